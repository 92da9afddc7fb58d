// The way of an update through the server, without sockets and disk: gate, document, gate again, log, everyone.
import * as Y from "yjs";
import { type Author, WriteGate } from "#server/sync/gate/writeGate.ts";
import { isRefusal, type RefusalCode } from "#shared/access/refusal.ts";
import { type BoardRules, openRules } from "#shared/access/rules.ts";
import { createBoard } from "#shared/board/document.ts";
import { keepFormats } from "#shared/board/tidying.ts";

export type Told = { seq: number; bytes: Uint8Array };

export type Outcome =
  | { type: "taken"; told: Told[] }
  | { type: "known" }
  | { type: "refused"; refusal: RefusalCode | "early"; afterApply: boolean };

export class ModelServer {
  doc: Y.Doc;
  readonly log: Uint8Array[];
  readonly gate: WriteGate;
  rules: BoardRules = openRules;
  /** Whatever the refusal came after: the document was read again from the log. */
  reloads = 0;

  constructor(seed = seedBoard()) {
    this.log = [seed];
    this.doc = replayed(this.log);
    this.gate = new WriteGate({
      board: this.doc,
      owners: new Map([...this.doc.store.clients.keys()].map((client) => [client, null])),
      rules: () => this.rules,
      openedAt: 1,
    });
  }

  get seq(): number {
    return this.log.length;
  }

  receive(update: Uint8Array, author: Author): Outcome {
    const passage = this.gate.inspect(update, author);
    if (isRefusal(passage)) return { type: "refused", refusal: passage.refusal, afterApply: false };
    if (passage.type === "early") return { type: "refused", refusal: "early", afterApply: false };
    if (passage.type === "known") return { type: "known" };
    const emitted: Uint8Array[] = [];
    const keep = (bytes: Uint8Array) => emitted.push(bytes);
    this.doc.on("update", keep);
    let refusal: RefusalCode | undefined;
    this.doc.transact(() => {
      Y.applyUpdate(this.doc, passage.bytes);
      const found = this.gate.verify(passage, author);
      refusal = found?.refusal;
    });
    this.doc.off("update", keep);
    if (refusal !== undefined) {
      this.reload();
      return { type: "refused", refusal, afterApply: true };
    }
    const changes = passage.isWhole ? [update] : emitted;
    const told = changes.map((bytes) => ({ seq: this.log.push(bytes), bytes }));
    this.gate.accept(passage, author, this.log.length);
    return { type: "taken", told };
  }

  /** The document once more, as the log has it. */
  reload(): void {
    this.doc.destroy();
    this.doc = replayed(this.log);
    this.gate.setBoard(this.doc);
    this.reloads += 1;
  }
}

export function replayed(log: readonly Uint8Array[], gc = true): Y.Doc {
  const doc = new Y.Doc({ gc });
  keepFormats(doc);
  doc.transact(() => {
    for (const bytes of log) Y.applyUpdate(doc, bytes);
  });
  return doc;
}

function seedBoard(): Uint8Array {
  let next = 0;
  const board = createBoard({
    boardId: "board-1",
    locale: "fr",
    newId: () => `seed-${next++}`.padEnd(12, "0"),
  });
  return Y.encodeStateAsUpdate(board);
}

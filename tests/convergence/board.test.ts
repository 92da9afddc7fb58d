// Several people edit one board, with offline spells and reloads, through a log that is folded now and then and read
// again; in the end every replica, the log and the record read from each are equal. CAMPAIGN=whole runs thousands of
// histories; fast-check shrinks one that fails and prints its seed.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalContent } from "#shared/board/canonical.ts";
import { createBoard } from "#shared/board/document.ts";
import { readRecord } from "#shared/record/readRecord.ts";
import { recordSchema } from "#shared/record/recordSchema.ts";
import { seedOf, sized, tellFigures } from "#tests/support/campaign.ts";
import { act, edit } from "./edits.ts";

const histories = sized({ short: 60, whole: 2_000 });
const stepsMax = sized({ short: 120, whole: 200 });
const people = 4;

const who = fc.nat(people - 1);
const step = fc.oneof(
  { weight: 16, arbitrary: fc.record({ type: fc.constant("edit" as const), who, edit }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("meet" as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("reload" as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("fold" as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("restart" as const) }) },
);

/** The log in the middle: what the others have not, in the order it came, and the document it adds up to. */
class Log {
  #base: Uint8Array;
  #tail: Uint8Array[] = [];
  doc = new Y.Doc();
  /** Hears everything, throws nothing away. */
  readonly witness = new Y.Doc({ gc: false });
  updates = 0;

  constructor(seed: Uint8Array) {
    this.#base = seed;
    Y.applyUpdate(this.witness, seed);
    this.restart();
  }

  restart(): void {
    this.doc = this.read();
    this.doc.on("update", (update: Uint8Array) => {
      this.#tail.push(update);
      Y.applyUpdate(this.witness, update);
      this.updates += 1;
    });
  }

  read(): Y.Doc {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const update of [this.#base, ...this.#tail]) Y.applyUpdate(doc, update);
    });
    return doc;
  }

  fold(): void {
    this.#base = Y.encodeStateAsUpdate(this.read());
    this.#tail = [];
  }

  meet(replica: Y.Doc): void {
    const theirs = Y.encodeStateAsUpdate(replica, Y.encodeStateVector(this.doc));
    this.doc.transact(() => Y.applyUpdate(this.doc, theirs));
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(replica)));
  }
}

test("replicas that were apart agree when they have met, and so do the log, its folds and the records", {
  timeout: sized({ short: 60_000, whole: 30 * 60_000 }),
}, () => {
  const figures = { histories: 0, steps: 0, updates: 0, different: 0 };
  const history = fc.array(step, { minLength: 20, maxLength: stepsMax, size: "max" });
  fc.assert(
    fc.property(history, (steps) => {
      let next = 0;
      const newId = () => `id-${String(next++).padStart(6, "0")}`;
      let lastClient = 10;
      const newReplica = (state: Uint8Array) => {
        const replica = new Y.Doc();
        lastClient += 1;
        replica.clientID = lastClient;
        Y.applyUpdate(replica, state);
        return replica;
      };
      const log = new Log(Y.encodeStateAsUpdate(createBoard({ boardId: "board-1", locale: "fr", newId })));
      const replicas = Array.from({ length: people }, () => newReplica(Y.encodeStateAsUpdate(log.doc)));
      for (const one of steps) {
        const replica = "who" in one ? replicas[one.who] : undefined;
        if (one.type === "edit" && replica !== undefined) act(replica, one.edit, newId);
        if (one.type === "meet" && replica !== undefined) log.meet(replica);
        if (one.type === "reload" && replica !== undefined) {
          replicas[one.who] = newReplica(Y.encodeStateAsUpdate(replica));
        }
        if (one.type === "fold") log.fold();
        if (one.type === "restart") log.restart();
      }
      for (let round = 0; round < 2; round++) for (const replica of replicas) log.meet(replica);
      const live = log.doc;
      const reread = log.read();
      log.fold();
      const expected = readRecord(live);
      const content = canonicalContent(live);
      figures.histories += 1;
      figures.steps += steps.length;
      figures.updates += log.updates;
      expect(recordSchema().safeParse(expected.record).error).toBeUndefined();
      expect(expected.unplaced).toEqual([]);
      for (const doc of [...replicas, reread, log.read(), log.witness]) {
        expect(doc.store.pendingStructs).toBeNull();
        expect(canonicalContent(doc)).toBe(content);
        expect(readRecord(doc).record).toEqual(expected.record);
      }
    }),
    { numRuns: histories, seed: seedOf("convergence in memory") },
  );
  tellFigures("convergence in memory", figures);
});

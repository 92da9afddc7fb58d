// Somebody who reads with our own protocol: says hello, remembers up to which update of the log they were told, and
// comes back with that, so that the server sends no more than what they missed.
import * as Y from "yjs";
import { boardFormat } from "#shared/board/roots.ts";
import { protocolVersion } from "#shared/sync/hello.ts";
import { type Closed, type RawClient, rawClient, type TestBoard } from "#tests/integration/people.ts";
import type { TestServer } from "#tests/support/server.ts";

export class Follower {
  readonly doc = new Y.Doc();
  readonly #board: TestBoard;
  #client: RawClient | undefined;
  #epoch = 0;
  #seq = 0;
  #read = 0;

  constructor(board: TestBoard) {
    this.#board = board;
  }

  /** The number of the update that the server has told last. */
  get seq(): number {
    return this.#seq;
  }

  async connect(server: Pick<TestServer, "wsUrl">): Promise<void> {
    const client = rawClient(server, this.#board.id, this.#board.tokens.viewer);
    this.#client = client;
    this.#read = 0;
    client.socket.on("message", () => this.#hear());
    await client.opened;
    const { clientID } = this.doc;
    const hello = { protocol: protocolVersion, format: boardFormat, client: clientID };
    client.send({ type: "hello", json: JSON.stringify({ ...hello, epoch: this.#epoch, seq: this.#seq }) });
    client.send({ type: "syncStep1", stateVector: Y.encodeStateVector(this.doc) });
  }

  #hear(): void {
    const frames = this.#client?.frames ?? [];
    for (; this.#read < frames.length; this.#read += 1) {
      const frame = frames[this.#read];
      if (frame?.type === "update" || frame?.type === "syncStep2") Y.applyUpdate(this.doc, frame.update);
      if (frame?.type === "position") this.#seq = frame.seq;
      if (frame?.type === "welcome") this.#epoch = Number(/"epoch":(\d+)/.exec(frame.json)?.[1]);
    }
  }

  /** How the server ended it. */
  get closed(): Promise<Closed> | undefined {
    return this.#client?.closed;
  }

  leave(): void {
    this.#client?.leave();
  }
}

// What this device kept of a board before it was kept per person: taken over once, with all that may not have been
// sent.
import * as Y from "yjs";
import { answered, databaseNames, deleteDatabase, type Kept, openDatabase } from "./replicaDatabase.ts";

const nameOf = (boardId: string) => `canevas/${boardId}`;

/** Undefined when there is none. */
export async function readEarlierReplica(boardId: string): Promise<Kept | undefined> {
  if (!(await databaseNames()).includes(nameOf(boardId))) return undefined;
  const db = await openDatabase(nameOf(boardId));
  try {
    const transaction = db.transaction(["updates", "custom"], "readonly");
    const [updates, confirmed] = await Promise.all([
      answered<unknown[]>(transaction.objectStore("updates").getAll()),
      answered<unknown>(transaction.objectStore("custom").get("confirmed")),
    ]);
    const bytes = updates.filter((update) => update instanceof Uint8Array);
    if (bytes.length === 0) return undefined;
    const all = Y.mergeUpdates(bytes);
    // Deletions were not counted: those that the server has are sent once more.
    const unsaved = confirmed instanceof ArrayBuffer ? Y.diffUpdate(all, new Uint8Array(confirmed)) : all;
    return { updates: [all], unsaved: new Map([["earlier", unsaved]]), seq: 0, session: undefined };
  } finally {
    db.close();
  }
}

export function eraseEarlierReplica(boardId: string): Promise<void> {
  return deleteDatabase(nameOf(boardId));
}

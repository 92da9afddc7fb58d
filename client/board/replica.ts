// The board kept on this device (IndexedDB): shown before the server answers, and what was typed offline survives a
// reload. Without it (forbidden, full) the board works, and the saved words say what is at risk.
import { clearDocument, IndexeddbPersistence } from "y-indexeddb";
import type { Board } from "#shared/board/roots.ts";
import { Confirmed } from "./confirmed.ts";

const confirmedKey = "confirmed";
// A database that neither opens nor fails must not keep the board shut.
const openWithinMs = 3_000;

const databaseOf = (boardId: string) => `canevas/${boardId}`;

export type Replica = {
  /** What the server had confirmed when the board was last open here. */
  confirmed: Confirmed;
  keepConfirmed: (confirmed: Confirmed) => void;
  /** Marks what the replica itself puts into the board: neither new nor ours to send. */
  origin: unknown;
  close: () => void;
};

/** Fills the board with what this device kept. Undefined when this device keeps nothing. */
export async function openReplica(
  board: Board,
  boardId: string,
  onLost: () => void,
): Promise<Replica | undefined> {
  if (!(await canKeep())) return undefined;
  const persistence = new IndexeddbPersistence(databaseOf(boardId), board);
  const opened = await Promise.race([
    persistence.whenSynced.then(() => true),
    new Promise<false>((resolve) => setTimeout(resolve, openWithinMs, false)),
  ]);
  const { db } = persistence;
  if (!opened || db === null) {
    void persistence.destroy();
    return undefined;
  }
  const lose = () => {
    void persistence.destroy();
    onLost();
  };
  // Another tab erased it, or the device refuses more: errors of every write bubble up to the database.
  db.onversionchange = lose;
  db.onclose = lose;
  db.onabort = lose;
  const kept: unknown = await persistence.get(confirmedKey).catch(() => undefined);
  return {
    confirmed: kept instanceof ArrayBuffer ? Confirmed.from(new Uint8Array(kept)) : new Confirmed(),
    keepConfirmed: (confirmed) => void persistence.set(confirmedKey, confirmed.bytes().slice().buffer),
    origin: persistence,
    close: () => void persistence.destroy(),
  };
}

/** Forgets the board on this device. */
export async function eraseReplica(boardId: string): Promise<void> {
  if (await canKeep()) await clearDocument(databaseOf(boardId));
}

/** Tried for real: some browsers have IndexedDB and refuse it (private window, policy). */
function canKeep(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open("canevas/probe");
      request.onerror = () => resolve(false);
      request.onblocked = () => resolve(false);
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
    } catch {
      resolve(false);
    }
  });
}

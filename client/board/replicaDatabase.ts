// The database (IndexedDB) in which this device keeps one board for one person: the updates of its document, those
// that the server has not confirmed once more, and how far along the server's log all of it is.
import * as Y from "yjs";

export type Owner = { boardId: string; participantId: string };

export type Kept = {
  updates: readonly Uint8Array[];
  unsaved: ReadonlyMap<string, Uint8Array>;
  seq: number;
  session: unknown;
};

/** Written together or not at all: an update is never kept without being known as unsaved, nor a seq before it. */
export type Changes = {
  updates: Uint8Array[];
  /** Undefined takes it away. */
  unsaved: Map<string, Uint8Array | undefined>;
  seq: number | undefined;
  session: unknown;
};

const updates = "updates";
const unsaved = "unsaved";
const state = "state";
const stores = [updates, unsaved, state];

const prefixOf = ({ boardId, participantId }: Owner) => `canevas/${boardId}/${participantId}/`;

/** Two people who share a browser, and a board before and after it was restored, never mix. */
export const databaseOf = (owner: Owner, epoch: number) => `${prefixOf(owner)}${epoch}`;

/** Of which epochs this device keeps the board, newest first. */
export async function epochsKept(owner: Owner): Promise<number[]> {
  const prefix = prefixOf(owner);
  const epochs = (await databaseNames()).flatMap((name) =>
    name.startsWith(prefix) ? [Number(name.slice(prefix.length))] : [],
  );
  return epochs.filter(Number.isSafeInteger).sort((a, b) => b - a);
}

export async function databaseNames(): Promise<string[]> {
  // Absent in a few browsers: they open a board anew each time.
  if (typeof indexedDB.databases !== "function") return [];
  return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
}

export function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(updates, { autoIncrement: true });
      request.result.createObjectStore(unsaved);
      request.result.createObjectStore(state);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result);
  });
}

export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve();
  });
}

export async function readKept(db: IDBDatabase): Promise<Kept> {
  const transaction = db.transaction(stores, "readonly");
  const [all, keys, values, seq, session] = await Promise.all([
    answered(transaction.objectStore(updates).getAll()),
    answered(transaction.objectStore(unsaved).getAllKeys()),
    answered(transaction.objectStore(unsaved).getAll()),
    answered<unknown>(transaction.objectStore(state).get("seq")),
    answered<unknown>(transaction.objectStore(state).get("session")),
  ]);
  return {
    updates: all.filter(isBytes),
    unsaved: new Map(
      keys.flatMap((key, at) => {
        const value: unknown = values[at];
        return typeof key === "string" && isBytes(value) ? [[key, value]] : [];
      }),
    ),
    seq: typeof seq === "number" ? seq : 0,
    session,
  };
}

export function writeChanges(db: IDBDatabase, changes: Changes): void {
  const transaction = db.transaction(stores, "readwrite");
  if (changes.updates.length > 0) transaction.objectStore(updates).add(Y.mergeUpdates(changes.updates));
  for (const [key, update] of changes.unsaved) {
    if (update === undefined) transaction.objectStore(unsaved).delete(key);
    else transaction.objectStore(unsaved).put(update, key);
  }
  if (changes.seq !== undefined) transaction.objectStore(state).put(changes.seq, "seq");
  if (changes.session !== undefined) transaction.objectStore(state).put(changes.session, "session");
}

/** Many updates become one. In one transaction: another tab may be writing too. */
export function foldUpdates(db: IDBDatabase): void {
  const store = db.transaction(stores, "readwrite").objectStore(updates);
  const request = store.getAll();
  request.onsuccess = () => {
    const all: unknown[] = request.result;
    const folded = new Y.Doc();
    folded.transact(() => {
      for (const update of all) if (isBytes(update)) Y.applyUpdate(folded, update);
    });
    store.clear();
    store.add(Y.encodeStateAsUpdate(folded));
    folded.destroy();
  };
}

/** Tried for real: some browsers have IndexedDB and refuse it (private window, policy). */
export function canKeep(): Promise<boolean> {
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

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array;
}

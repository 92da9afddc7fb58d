// Everything that must hold of one board in the database. Reads; mends nothing.
import { createHash } from "node:crypto";
import * as Y from "yjs";
import { replay } from "#server/sync/replay.ts";
import { canonicalContent } from "#shared/board/canonical.ts";
import type { Board } from "#shared/board/roots.ts";
import { unknownRoots } from "#shared/board/strangers.ts";
import { type ReadRecord, readRecord } from "#shared/record/readRecord.ts";
import { parseRecord } from "#shared/record/recordSchema.ts";

export type KeptUpdate = { seq: number; person: string | null; at: number; bytes: Uint8Array };
export type KeptSnapshot = {
  seq: number;
  state: Uint8Array;
  sha256: string;
  canon_sha256: string | null;
  state_vector: Uint8Array | null;
  delete_set: Uint8Array | null;
};

export type KeptBoard = {
  /** By rising seq, as the snapshots are. */
  updates: readonly KeptUpdate[];
  snapshots: readonly KeptSnapshot[];
  /** Yjs client id → the person it belongs to; null is the server. */
  owners: ReadonlyMap<number, string | null>;
  /** Links and participants of this board. */
  people: ReadonlySet<string>;
  /** Updates from this moment on have had their client ids written down. */
  ownersSince: number;
};

export type BoardFindings = {
  /** What is wrong. */
  faults: string[];
  /** What an operator may want to know, and need not act on. */
  remarks: string[];
};

/** Somewhere to begin from: a snapshot that is whole, or the empty board. */
type Start = { seq: number; state: Uint8Array | undefined; canonical: string };

const hashOf = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

// A root may be called anything by whoever made it.
const quoted = (name: string) => JSON.stringify(name.slice(0, 60));

export function checkBoard(kept: KeptBoard): BoardFindings {
  const faults = [...holesIn(kept), ...strayOwners(kept), ...forgedIn(kept)];
  const starts = startsOf(kept, faults);
  for (const [index, newer] of starts.entries()) {
    const older = starts[index - 1];
    if (older !== undefined) faults.push(...unlike(kept, older, newer));
  }
  const last = starts.at(-1);
  if (last === undefined)
    return { faults: [...faults, "rien d'où partir : ni instantané, ni début du journal"], remarks: [] };
  const board = replayed(kept, last, Number.POSITIVE_INFINITY, faults);
  if (board === undefined) return { faults, remarks: [] };
  faults.push(...unknownRoots(board).map((name) => `une racine inconnue : ${quoted(name)}`));
  const reading = attempt("fiche", faults, () => readRecord(board));
  if (reading === undefined) return { faults, remarks: [] };
  return { faults: [...faults, ...faultsOfRecord(reading)], remarks: remarksOn(kept, board, reading) };
}

function holesIn({ updates, snapshots }: KeptBoard): string[] {
  const faults: string[] = [];
  const [first] = updates;
  const from = snapshots[0]?.seq ?? 0;
  if (first !== undefined && first.seq > from + 1) faults.push(missing(from + 1, first.seq - 1));
  for (const [index, { seq }] of updates.entries()) {
    const before = updates[index - 1]?.seq ?? seq - 1;
    if (seq > before + 1) faults.push(missing(before + 1, seq - 1));
  }
  const newest = snapshots.at(-1)?.seq ?? 0;
  const end = updates.at(-1)?.seq ?? newest;
  if (end < newest) faults.push(missing(end + 1, newest));
  return faults;
}

const missing = (from: number, to: number) =>
  from === to ? `la mise à jour ${from} manque` : `les mises à jour ${from} à ${to} manquent`;

/** The snapshots that are whole, and the empty board where the log still begins at its beginning. */
function startsOf({ updates, snapshots }: KeptBoard, faults: string[]): Start[] {
  const starts: Start[] = [];
  if (updates[0]?.seq === 1)
    starts.push({ seq: 0, state: undefined, canonical: canonicalContent(new Y.Doc()) });
  for (const snapshot of snapshots) {
    const { seq, state } = snapshot;
    if (hashOf(state) !== snapshot.sha256) {
      faults.push(`instantané ${seq} : ses octets ne sont plus ceux de son empreinte`);
      continue;
    }
    const board = attempt(`instantané ${seq}`, faults, () => replay(state, []));
    if (board === undefined) continue;
    const canonical = canonicalContent(board);
    faults.push(...falseSayings(snapshot, board, canonical));
    starts.push({ seq, state, canonical });
  }
  return starts;
}

/** What is written beside a snapshot, for joins to be answered without opening it, must be true of it. */
function falseSayings(snapshot: KeptSnapshot, board: Board, canonical: string): string[] {
  const { seq, canon_sha256, state_vector, delete_set } = snapshot;
  const faults: string[] = [];
  if (canon_sha256 !== null && hashOf(canonical) !== canon_sha256) {
    faults.push(`instantané ${seq} : son contenu n'est pas celui de son empreinte`);
  }
  const beside = `instantané ${seq}, ce qui est noté à côté`;
  attempt(beside, faults, () => {
    if (state_vector !== null && !isStateVectorOf(board, Y.decodeStateVector(state_vector))) {
      faults.push(`instantané ${seq} : son vecteur d'état est faux`);
    }
    const deleted = Y.createDeleteSetFromStructStore(board.store);
    if (delete_set !== null && !Y.equalDeleteSets(Y.decodeUpdate(delete_set).ds, deleted)) {
      faults.push(`instantané ${seq} : sa liste d'effacements est fausse`);
    }
  });
  return faults;
}

function isStateVectorOf(board: Board, said: ReadonlyMap<number, number>): boolean {
  const actual = Y.decodeStateVector(Y.encodeStateVector(board));
  return actual.size === said.size && [...actual].every(([client, clock]) => said.get(client) === clock);
}

function attempt<T>(what: string, faults: string[], act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    // Whatever Yjs stumbles over in these bytes is the finding.
    faults.push(`${what} : illisible (${error instanceof Error ? error.message : String(error)})`);
    return undefined;
  }
}

function replayed(kept: KeptBoard, start: Start, upTo: number, faults: string[]): Board | undefined {
  const tail = kept.updates.filter(({ seq }) => seq > start.seq && seq <= upTo);
  const bytes = tail.map((update) => update.bytes);
  return attempt(`journal après ${start.seq}`, faults, () => replay(start.state, bytes));
}

/** An older snapshot and the log up to a newer one must be the newer one. */
function unlike(kept: KeptBoard, older: Start, newer: Start): string[] {
  const faults: string[] = [];
  const board = replayed(kept, older, newer.seq, faults);
  if (board !== undefined && canonicalContent(board) !== newer.canonical) {
    faults.push(`l'instantané ${newer.seq} n'est pas ce que le journal donne depuis ${older.seq}`);
  }
  return faults;
}

function faultsOfRecord({ record }: ReadRecord): string[] {
  const parsed = parseRecord(record);
  if (parsed.ok) return [];
  const [issue] = parsed.issues;
  return [`la fiche ne suit pas son schéma : ${issue?.path} devrait être ${issue?.expected}`];
}

function strayOwners({ owners, people }: KeptBoard): string[] {
  return [...owners].flatMap(([client, person]) =>
    person === null || people.has(person) ? [] : [`le client ${client} appartient à une personne inconnue`],
  );
}

/** Since client ids are written down, every update is of clients that belong to the person it came from. */
function forgedIn({ updates, owners, ownersSince }: KeptBoard): string[] {
  const faults: string[] = [];
  for (const { seq, person, at, bytes } of updates) {
    if (at < ownersSince) continue;
    const clients = attempt(`mise à jour ${seq}`, faults, () => [...Y.parseUpdateMeta(bytes).from.keys()]);
    for (const client of clients ?? []) {
      const owner = owners.get(client);
      if (owner === undefined)
        faults.push(`mise à jour ${seq} : personne n'est noté pour le client ${client}`);
      else if (owner !== person)
        faults.push(`mise à jour ${seq} : le client ${client} est à quelqu'un d'autre`);
    }
  }
  return faults;
}

function remarksOn({ owners }: KeptBoard, board: Board, { unplaced }: ReadRecord): string[] {
  const remarks: string[] = [];
  const unowned = [...board.store.clients.keys()].filter((client) => !owners.has(client)).length;
  if (unowned > 0) remarks.push(`${unowned} clients d'avant le registre des auteurs`);
  if (unplaced.length > 0) remarks.push(`${unplaced.length} éléments hors de la fiche`);
  return remarks;
}

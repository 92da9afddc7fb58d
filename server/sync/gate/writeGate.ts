// Asked of every update before it touches the board document. Never changes the document.
import * as Y from "yjs";
import { type Refusal, refuse } from "#shared/access/refusal.ts";
import { mayWrite, type Role } from "#shared/access/roles.ts";
import type { BoardRules } from "#shared/access/rules.ts";

// Far above any honest clock, far below where numbers stop being exact.
const clockMax = 2 ** 40;

/** The update that changes nothing: no structs, no deletions. */
function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

function decode(update: Uint8Array): Decoded | undefined {
  try {
    return Y.decodeUpdate(update);
  } catch {
    // Yjs throws whatever its decoder stumbled over: bytes that end too early, content of no known kind.
    return undefined;
  }
}

/** What every client will have written once the update is in, or undefined for a block no client would send. */
function clocksAfter({ structs }: Decoded, board: Y.Doc): Map<number, number> | undefined {
  const clocks = new Map<number, number>();
  let client: number | undefined;
  let next = 0;
  for (const struct of structs) {
    if (struct.id.client !== client) {
      // Yjs silently keeps the last of two blocks of a client: two readers would read two meanings.
      if (clocks.has(struct.id.client)) return undefined;
      client = struct.id.client;
      next = struct.id.clock;
      clocks.set(client, Y.getState(board.store, client));
    }
    if (struct.length <= 0 || struct.id.clock !== next || next + struct.length > clockMax) return undefined;
    next += struct.length;
    const known = clocks.get(client) ?? 0;
    if (!(struct instanceof Y.Skip) && struct.id.clock <= known) clocks.set(client, Math.max(known, next));
  }
  return clocks;
}

/** Is everything here, or in the update itself, that the update builds on? */
function isComplete({ structs, ds }: Decoded, board: Y.Doc, clocks: Map<number, number>): boolean {
  const clockOf = (client: number) => clocks.get(client) ?? Y.getState(board.store, client);
  const isHere = (id: Y.ID | null, before: Y.ID) =>
    id === null || id.clock < (id.client === before.client ? before.clock : clockOf(id.client));
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    if (struct.id.clock + struct.length > clockOf(struct.id.client)) return false;
    if (!(struct instanceof Y.Item)) continue;
    if (!isHere(struct.origin, struct.id) || !isHere(struct.rightOrigin, struct.id)) return false;
    if (struct.parent instanceof Y.ID && !isHere(struct.parent, struct.id)) return false;
  }
  for (const [client, deletions] of ds.clients) {
    if (deletions.some(({ clock, len }) => clock + len > clockOf(client))) return false;
  }
  return true;
}

/** Who sends. `person` is the participant, or the link where nobody is known by name. */
export type Author = { person: string; role: Role };

/** An update that may be applied. */
export type Fit = {
  type: "fits";
  /** All of it is new: it can be logged and told byte for byte. */
  isWhole: boolean;
  /** It adds content, not only deletes. */
  grows: boolean;
  /** Client ids nobody has used before: theirs from now on, to be stored with the update. */
  newClients: readonly number[];
};

/**
 * `known`: it changes nothing. `early`: nothing is wrong with it, but it builds on changes that are not here yet.
 */
export type Passage = { type: "known" } | { type: "early" } | Fit;

export type GateOptions = {
  board: Y.Doc;
  /** Client id → the person it belongs to for good; null is the server. Grows by `accept`. */
  owners: Map<number, string | null>;
  rules: () => BoardRules;
};

/**
 * One per open board document. For each update in turn: `inspect`, then `Y.applyUpdate`, then `verify` within the
 * same transaction, then `accept`. An update that `verify` refuses is already in the document: the document must be
 * thrown away, read again, and given back with `setBoard`.
 */
export class WriteGate {
  #board: Y.Doc;
  readonly #owners: Map<number, string | null>;

  constructor({ board, owners }: GateOptions) {
    this.#board = board;
    this.#owners = owners;
  }

  /** The same content in a new document. */
  setBoard(board: Y.Doc): void {
    this.#board = board;
  }

  /** Never changes the document. */
  inspect(update: Uint8Array, author: Author): Passage | Refusal {
    if (isEmpty(update)) return { type: "known" };
    if (!mayWrite(author.role)) return refuse("notAllowed");
    const decoded = decode(update);
    if (decoded === undefined) return refuse("updateMalformed");
    const clocks = clocksAfter(decoded, this.#board);
    if (clocks === undefined) return refuse("updateMalformed");
    if (!isComplete(decoded, this.#board, clocks)) return { type: "early" };
    const store = this.#board.store;
    const grows = decoded.structs.some((one) => one.id.clock + one.length > Y.getState(store, one.id.client));
    const isWhole = decoded.structs.every((one) => one.id.clock >= Y.getState(store, one.id.client));
    const newClients = [...clocks.keys()].filter((client) => !this.#owners.has(client));
    return { type: "fits", isWhole, grows, newClients };
  }

  /** Asked when the update has been applied, before anybody is told. */
  verify(_fit: Fit, _author: Author): Refusal | undefined {
    return leftBehind(this.#board) ? refuse("updateMalformed") : undefined;
  }

  /** The update will be number `seq` of the log. */
  accept({ newClients }: Fit, { person }: Author, _seq: number): void {
    for (const client of newClients) this.#owners.set(client, person);
  }
}

/** After applying: did anything stay behind that Yjs could not place? */
export function leftBehind(board: Y.Doc): boolean {
  return board.store.pendingStructs !== null || board.store.pendingDs !== null;
}

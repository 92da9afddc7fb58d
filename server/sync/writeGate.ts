// Asked of every update before it touches the board document. Never changes the document.
import * as Y from "yjs";
import { type Refusal, refuse } from "#shared/access/refusal.ts";
import { mayWrite, type Role } from "#shared/access/roles.ts";

/**
 * `early`: nothing is wrong with it, but it builds on changes that are not here yet.
 * `grows`: it adds content, not only deletes.
 */
export type Passage = { type: "fits"; grows: boolean } | { type: "early" };

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

export function checkUpdate(update: Uint8Array, role: Role, board: Y.Doc): Passage | Refusal {
  if (!mayWrite(role)) return isEmpty(update) ? { type: "fits", grows: false } : refuse("notAllowed");
  const decoded = decode(update);
  if (decoded === undefined) return refuse("updateMalformed");
  const clocks = clocksAfter(decoded, board);
  if (clocks === undefined) return refuse("updateMalformed");
  if (!isComplete(decoded, board, clocks)) return { type: "early" };
  const grows = decoded.structs.some(
    (struct) => struct.id.clock + struct.length > Y.getState(board.store, struct.id.client),
  );
  return { type: "fits", grows };
}

/** After applying: did anything stay behind that Yjs could not place? */
export function leftBehind(board: Y.Doc): boolean {
  return board.store.pendingStructs !== null || board.store.pendingDs !== null;
}

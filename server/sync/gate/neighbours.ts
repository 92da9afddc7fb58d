// Yjs converges only if each item was written between two items that were neighbours for its author. One that was
// not is integrated here and differently elsewhere: the document would differ from its own reload. So, once an update
// is applied and before anybody is told: between a new item and its origins nothing may lie that its author knew.
import * as Y from "yjs";
import type { Knowledge } from "./knowledge.ts";
import type { Id } from "./parseUpdate.ts";
import type { Placed } from "./placement.ts";

/** How far each client has shown to know, while one update is looked at. */
export type Horizons = Map<number, number>;

/** The update that a struct came with, and what is known of its author. */
export type Surroundings = {
  board: Y.Doc;
  knowledge: Knowledge;
  horizons: Horizons;
  /** Is this client the same person's? */
  isOwn(client: number): boolean;
  /** Does this element come with the same update? */
  isNew(id: Id): boolean;
};

export function standsBetweenItsOrigins(
  { struct, origin }: Placed,
  { board, knowledge, horizons, isOwn, isNew }: Surroundings,
): boolean {
  const { client } = struct;
  const { rightOrigin } = struct;
  let horizon = horizons.get(client) ?? knowledge.horizonOf(client);
  const parent = typeof struct.parent === "object" ? struct.parent : undefined;
  for (const id of [origin, rightOrigin, parent]) {
    if (id === undefined || id.client === client) continue;
    const written = knowledge.writtenAt(id);
    // One's own, of an earlier visit, may be known without having come from the server: it stands for what one knew.
    const shown = isOwn(id.client) ? (horizons.get(id.client) ?? written.horizon) : written.earliest;
    horizon = Math.max(horizon, shown);
  }
  horizons.set(client, horizon);

  const clock = Math.max(struct.clock, origin?.client === client ? origin.clock + 1 : struct.clock);
  const first = itemAt(board, { client, clock });
  const last = itemAt(board, { client, clock: struct.clock + struct.length - 1 });
  // What it belongs to is gone, and it too.
  if (first === undefined || last === undefined) return true;
  const isKnown = ({ id }: Y.Item) =>
    id.client === client ? id.clock < clock : !isNew(id) && knowledge.writtenAt(id).latest <= horizon;
  return (
    reaches(first.left, origin, isKnown, (item) => item.left) &&
    reaches(last.right, rightOrigin, isKnown, (item) => item.right)
  );
}

/** From item to item until the origin, or the edge where there is none, past nothing that the author knew. */
function reaches(
  from: Y.Item | null,
  goal: Id | undefined,
  isKnown: (item: Y.Item) => boolean,
  next: (item: Y.Item) => Y.Item | null,
): boolean {
  for (let item = from; item !== null; item = next(item)) {
    if (goal !== undefined && contains(item, goal)) return true;
    if (isKnown(item)) return false;
  }
  return goal === undefined;
}

function contains({ id, length }: Y.Item, { client, clock }: Id): boolean {
  return id.client === client && clock >= id.clock && clock < id.clock + length;
}

/** Undefined where it is gone, or not there yet. */
export function itemAt(board: Y.Doc, { client, clock }: Id): Y.Item | undefined {
  const structs = board.store.clients.get(client);
  if (structs === undefined || clock >= Y.getState(board.store, client)) return undefined;
  const item = structs[Y.findIndexSS(structs, clock)];
  return item instanceof Y.Item ? item : undefined;
}

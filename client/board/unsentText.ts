// The words that were written here and that the server never confirmed, for their author to copy: kept when access
// ends or an update is refused, never dropped in silence.
import * as Y from "yjs";
import type { Board } from "#shared/board/roots.ts";

/** For each Yjs client, from which clock on nothing is known to be saved. */
type Unsaved = ReadonlyMap<number, number>;

/** One entry per text that was written in, in the order it reads. */
export function unsentText(board: Board, updates: readonly Uint8Array[]): string[] {
  const unsaved = firstClocks(updates);
  const parents = new Set<Y.AbstractType<unknown>>();
  for (const [client, structs] of board.store.clients) {
    const from = unsaved.get(client);
    if (from === undefined) continue;
    for (const struct of structs) {
      if (struct.id.clock + struct.length <= from) continue;
      if (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) parents.add(struct.parent);
    }
  }
  return [...parents].map((parent) => writtenIn(parent, unsaved)).filter((text) => text !== "");
}

function firstClocks(updates: readonly Uint8Array[]): Unsaved {
  const clocks = new Map<number, number>();
  for (const update of updates) {
    for (const [client, clock] of Y.parseUpdateMeta(update).from) {
      clocks.set(client, Math.min(clock, clocks.get(client) ?? clock));
    }
  }
  return clocks;
}

// Stretches that do not touch are set apart: between them stands what was there already.
function writtenIn(parent: Y.AbstractType<unknown>, unsaved: Unsaved): string {
  const stretches: string[] = [];
  let open = false;
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const text = item.content instanceof Y.ContentString ? item.content.str : "";
    const from = unsaved.get(item.id.client) ?? Number.POSITIVE_INFINITY;
    const known = Math.min(text.length, Math.max(0, from - item.id.clock));
    if (known > 0 || text === "") open = false;
    const fresh = text.slice(known);
    if (fresh === "") continue;
    if (open) stretches.push(`${stretches.pop() ?? ""}${fresh}`);
    else stretches.push(fresh);
    open = true;
  }
  const words = stretches.map((stretch) => stretch.trim());
  return words.filter((stretch) => stretch !== "").join(" … ");
}

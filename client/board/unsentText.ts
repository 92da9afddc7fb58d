// The words that were written here and that the server never confirmed, for their author to copy: kept when access
// ends or an update is refused, never dropped in silence.
import * as Y from "yjs";
import type { Board } from "#shared/board/roots.ts";
import type { Confirmed } from "./confirmed.ts";

/** One entry per text that was written in, in the order it reads. */
export function unsentText(board: Board, confirmed: Confirmed): string[] {
  const parents = new Set<Y.AbstractType<unknown>>();
  for (const [client, structs] of board.store.clients) {
    const from = confirmed.clockOf(client);
    for (const struct of structs) {
      if (struct.id.clock + struct.length <= from) continue;
      if (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) parents.add(struct.parent);
    }
  }
  return [...parents].map((parent) => writtenIn(parent, confirmed)).filter((text) => text !== "");
}

// Stretches that do not touch are set apart: between them stands what was there already.
function writtenIn(parent: Y.AbstractType<unknown>, confirmed: Confirmed): string {
  const stretches: string[] = [];
  let open = false;
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const text = item.content instanceof Y.ContentString ? item.content.str : "";
    const known = Math.min(text.length, Math.max(0, confirmed.clockOf(item.id.client) - item.id.clock));
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

// Changes of a shared list of plain values. Items have no identity: each change finds its item again by what it says,
// since others may have added or removed some before it in the meantime.
import type * as Y from "yjs";

type Item = string | number;

export function addItem(items: Y.Array<unknown>, item: Item): void {
  if (!items.toArray().includes(item)) items.push([item]);
}

export function removeItem(items: Y.Array<unknown>, index: number, item: unknown): void {
  const at = placeOf(items, index, item);
  if (at !== -1) items.delete(at, 1);
}

/** Puts another text in the place of an item; at the end if somebody has removed it meanwhile. */
export function replaceItem(items: Y.Array<unknown>, index: number, item: unknown, next: Item): void {
  const replace = () => {
    const at = placeOf(items, index, item);
    if (at !== -1) items.delete(at, 1);
    items.insert(at === -1 ? items.length : at, [next]);
  };
  if (items.doc === null) replace();
  else items.doc.transact(replace);
}

/** Makes the list hold these items, each once: what is no longer wanted goes, what is new comes at the end. */
export function setItems(items: Y.Array<unknown>, wanted: readonly Item[]): void {
  const change = () => {
    const known = items.toArray();
    for (let at = known.length - 1; at >= 0; at--) {
      if (!wanted.some((item) => item === known[at])) items.delete(at, 1);
    }
    const missing = wanted.filter((item) => !known.includes(item));
    if (missing.length > 0) items.push(missing);
  };
  if (items.doc === null) change();
  else items.doc.transact(change);
}

function placeOf(items: Y.Array<unknown>, index: number, item: unknown): number {
  const now = items.toArray();
  return now[index] === item ? index : now.indexOf(item);
}

// How long texts have become: a note holds 2,000 characters, a prose 200,000 (contract, limits). Asked after an update
// is applied, because only then it is known what others have deleted meanwhile.
import * as Y from "yjs";
import type { AnyType, Home, Homes } from "./homes.ts";
import type { Placed } from "./placement.ts";

export class Sizes {
  /** Characters per prose, never too few: counted anew only where the limit seems near. */
  readonly #proses = new Map<string, number>();

  /** Does a text that this update wrote in now hold more than it may? */
  areExceeded(placed: readonly Placed[], homes: Homes): boolean {
    let last: Home | undefined;
    for (const { struct, home } of placed) {
      const max = home?.place?.charactersMax;
      if (home === undefined || max === undefined || struct.content.type !== "text") continue;
      if (home.place?.isProse === true) {
        if (this.#charactersOfProse(homes.ofRoot(home.root), struct.length, max) > max) return true;
      } else if (home !== last && charactersOf(isRoot(home) ? homes.ofRoot(home.root).type : home.type) > max)
        return true;
      last = home;
    }
    return false;
  }

  #charactersOfProse({ root, type }: Home, added: number, max: number): number {
    const known = this.#proses.get(root);
    const atMost = known === undefined ? max + 1 : known + added;
    const count = atMost > max ? charactersIn(type) : atMost;
    this.#proses.set(root, count);
    return count;
  }
}

const isRoot = ({ type }: Home) => type === undefined || type._item === null;

const charactersOf = (type: AnyType | undefined) => type?._length ?? 0;

function charactersIn(prose: AnyType | undefined): number {
  let count = 0;
  const types = prose === undefined ? [] : [prose];
  for (let type = types.pop(); type !== undefined; type = types.pop()) {
    if (type instanceof Y.XmlText) count += type._length;
    else {
      for (let item = type._start; item !== null; item = item.right) {
        if (!item.deleted && item.content instanceof Y.ContentType) types.push(item.content.type);
      }
    }
  }
  return count;
}

// Where things live: for every shared type of the document, its place in the schema. The parent of a type never
// changes, so each is found once.
import * as Y from "yjs";
import { type Place, type SharedType, sharedTypes } from "#shared/board/places.ts";
import { rootPlace } from "#shared/board/schema.ts";

/** A shared type as the gate sees it: one object for each, compared by identity. */
export type Home = {
  /** Undefined for a type that no board has: written before there was a gate, or by nobody we know. */
  place: Place | undefined;
  /** The name of the root it is in. */
  root: string;
  /** Its key, where it is an entry of a map. */
  key: string | undefined;
  /** The note that it is, or is in. */
  note: Home | undefined;
  /** Undefined until an update that makes it has been applied. */
  type: AnyType | undefined;
};

/** As Yjs types it: `Y.AbstractType` of any event. */
export type AnyType = NonNullable<ReturnType<Y.Doc["share"]["get"]>>;

export class Homes {
  readonly #board: Y.Doc;
  readonly #ofType = new WeakMap<object, Home>();
  readonly #ofRoot = new Map<string, Home>();

  constructor(board: Y.Doc) {
    this.#board = board;
  }

  ofRoot(name: string): Home {
    const known = this.#ofRoot.get(name);
    if (known !== undefined) {
      // Yjs puts another object in its place when somebody first asks for the root by its type.
      known.type = this.#board.share.get(name);
      return known;
    }
    const home: Home = {
      place: rootPlace(name),
      root: name,
      key: undefined,
      note: undefined,
      type: this.#board.share.get(name),
    };
    this.#ofRoot.set(name, home);
    return home;
  }

  ofType(type: AnyType): Home {
    const known = this.#ofType.get(type);
    if (known !== undefined) return known;
    // From the outside in, without recursion: a hostile document of old may be nested without end.
    const unknown: AnyType[] = [];
    let outermost: AnyType = type;
    let home: Home | undefined;
    while (home === undefined) {
      unknown.push(outermost);
      const parent = outermost._item?.parent;
      if (!(parent instanceof Y.AbstractType)) home = this.#rootOf(outermost);
      else {
        outermost = parent;
        home = this.#ofType.get(parent);
      }
    }
    for (const inner of unknown.reverse()) {
      if (inner._item !== null) home = childHome(home, inner._item.parentSub, inner);
      this.#ofType.set(inner, home);
    }
    return home;
  }

  /** The update that makes this home is applied: from now on it is known by its type. */
  settle(home: Home, type: AnyType): void {
    home.type = type;
    this.#ofType.set(type, home);
  }

  #rootOf(type: AnyType): Home {
    for (const [name, root] of this.#board.share) if (root === type) return this.ofRoot(name);
    return { place: undefined, root: "", key: undefined, note: undefined, type };
  }
}

function childHome(parent: Home, key: string | null, type: AnyType): Home {
  const shared = sharedTypeOf(type);
  const slot = key === null ? parent.place?.items : parent.place?.entryAt?.(key);
  const name = type instanceof Y.XmlElement ? type.nodeName : undefined;
  const place = shared === undefined ? undefined : slot?.placeOf?.(shared, name);
  return homeIn(parent, key ?? undefined, place, type);
}

export function homeIn(
  parent: Home,
  key: string | undefined,
  place: Place | undefined,
  type: AnyType | undefined,
): Home {
  const home: Home = { place, root: parent.root, key, note: parent.note, type };
  if (place?.role === "note") home.note = home;
  return home;
}

function sharedTypeOf(type: AnyType): SharedType | undefined {
  const content = type._item?.content;
  if (!(content instanceof Y.ContentType)) return undefined;
  // Before their base classes: an XmlText is a Text, an XmlElement a fragment.
  if (type instanceof Y.XmlText) return "xmlText";
  if (type instanceof Y.XmlElement) return "xmlElement";
  if (type instanceof Y.XmlHook) return undefined;
  if (type instanceof Y.XmlFragment) return "xmlFragment";
  if (type instanceof Y.Text) return "text";
  if (type instanceof Y.Map) return "map";
  return type instanceof Y.Array ? sharedTypes[0] : undefined;
}

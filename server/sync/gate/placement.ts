// Works out, before anything is applied, where Yjs will put every struct of an update, in the order in which it will
// integrate them (yjs 13.6: Item.getMissing, Item.integrate, integrateStructs), and whether such content belongs there.
import * as Y from "yjs";
import type { RefusalCode } from "#shared/access/refusal.ts";
import type { Slot } from "#shared/board/places.ts";
import { type Home, type Homes, homeIn } from "./homes.ts";
import type { Id, Item, ParsedUpdate, Struct } from "./parseUpdate.ts";

/** A struct of which at least a part is new. */
export type Placed = {
  struct: Item;
  /** Undefined: what it belongs to is deleted and gone, and so will this be. */
  home: Home | undefined;
  key: string | undefined;
  slot: Slot | undefined;
  /** The home is made by this same update. */
  isInNew: boolean;
  /** The home that this struct makes. */
  makes: Home | undefined;
  /** What it follows: the origin it names, or for the rest of a known struct its own beginning. */
  origin: Id | undefined;
};

export type Placement = {
  /** In the order of integration. */
  placed: Placed[];
  /** New collected content: it has no place and no text. */
  collected: number;
  /** Some of it was known before. */
  overlaps: boolean;
  /** Client → the clock after this update, for clients that it has news of. */
  news: Map<number, { from: number; to: number }>;
};

type Found =
  | { in: "update"; struct: Struct; placed: Placed | undefined }
  | { in: "document"; item: Y.Item | Y.GC };

type Block = ParsedUpdate["blocks"][number];

type Where = { home: Home | undefined; key: string | undefined; isInNew: boolean };

export class Placing {
  readonly #board: Y.Doc;
  readonly #homes: Homes;
  readonly #blocks: readonly Block[];
  /** How far each block is placed: how many of its structs, and up to which clock. */
  readonly #next: number[] = [];
  readonly #states: number[] = [];
  /** Made for updates of many clients only: most have one. */
  #indexOf: Map<number, number> | undefined;
  readonly #placedOf = new Map<Struct, Placed>();
  readonly #placement: Placement = { placed: [], collected: 0, overlaps: false, news: new Map() };

  constructor(board: Y.Doc, homes: Homes, update: ParsedUpdate) {
    this.#board = board;
    this.#homes = homes;
    this.#blocks = update.blocks;
    for (const { client, clock } of update.blocks) {
      const state = Y.getState(board.store, client);
      this.#next.push(0);
      this.#states.push(state);
      if (clock < state) this.#placement.overlaps = true;
    }
  }

  /** `early`: it builds on something that is not here. */
  place(): Placement | RefusalCode | "early" {
    for (let index = 0; index < this.#blocks.length; index += 1) {
      const fault = this.#integrate(index);
      if (fault !== undefined) return fault;
    }
    return this.#placement;
  }

  /** What this client has written, with as much of the update as is placed. */
  stateOf(client: number): number {
    const index = this.#find(client);
    return index === undefined ? Y.getState(this.#board.store, client) : (this.#states[index] ?? 0);
  }

  #find(client: number): number | undefined {
    if (this.#blocks.length === 1) return this.#blocks[0]?.client === client ? 0 : undefined;
    this.#indexOf ??= new Map(this.#blocks.map((block, index) => [block.client, index]));
    return this.#indexOf.get(client);
  }

  #integrate(index: number): RefusalCode | "early" | undefined {
    const block = this.#blocks[index];
    if (block === undefined) return undefined;
    const { structs, endClock } = block;
    while ((this.#states[index] ?? 0) < endClock) {
      const at = this.#next[index] ?? 0;
      const struct = structs[at];
      if (struct === undefined) return "early";
      const missing = this.#missingFor(struct, this.#states[index] ?? 0);
      if (missing === "forged") return "updateForged";
      if (missing === "early") return "early";
      const fault =
        missing === undefined ? this.#placeOne(struct, index) : this.#integrateFirst(index, missing);
      if (fault !== undefined) return fault;
      if (missing === undefined) this.#next[index] = at + 1;
    }
    return undefined;
  }

  // Without recursion: two clients' structs may build on each other in turns, as often as a frame is long.
  #integrateFirst(index: number, needed: Id): RefusalCode | "early" | undefined {
    const waiting: { index: number; until: number }[] = [];
    const isWaiting = new Set([index]);
    let missing: Id | undefined = needed;
    for (;;) {
      if (missing !== undefined) {
        const other = this.#find(missing.client);
        if (other === undefined) return "early";
        // What waits for itself never comes.
        if (isWaiting.has(other)) return "updateForged";
        waiting.push({ index: other, until: missing.clock + 1 });
        isWaiting.add(other);
        missing = undefined;
      }
      const top = waiting.at(-1);
      if (top === undefined) return undefined;
      const state = this.#states[top.index] ?? 0;
      const at = this.#next[top.index] ?? 0;
      const struct = this.#blocks[top.index]?.structs[at];
      if (state >= top.until) {
        waiting.pop();
        isWaiting.delete(top.index);
        continue;
      }
      if (struct === undefined) return "early";
      const lack = this.#missingFor(struct, state);
      if (lack === "forged") return "updateForged";
      if (lack === "early") return "early";
      missing = lack;
      if (missing !== undefined) continue;
      const fault = this.#placeOne(struct, top.index);
      if (fault !== undefined) return fault;
      this.#next[top.index] = at + 1;
    }
  }

  #missingFor(struct: Struct, state: number): Id | "early" | "forged" | undefined {
    if (struct.clock + struct.length <= state) return undefined;
    // What the update leaves out, or does not begin with, is not here either.
    if (struct.clock > state) return "early";
    if (struct.kind !== "item") return struct.kind === "skip" ? "early" : undefined;
    const { origin, rightOrigin, parent } = struct;
    return (
      this.#lacks(struct, origin) ??
      this.#lacks(struct, rightOrigin) ??
      (typeof parent === "object" ? this.#lacks(struct, parent) : undefined)
    );
  }

  #lacks(struct: Struct, id: Id | undefined): Id | "forged" | undefined {
    if (id === undefined) return undefined;
    if (id.client === struct.client) return id.clock >= struct.clock ? "forged" : undefined;
    return id.clock >= this.stateOf(id.client) ? id : undefined;
  }

  #placeOne(struct: Struct, index: number): RefusalCode | undefined {
    const { client, clock, length } = struct;
    const state = this.#states[index] ?? 0;
    const end = clock + length;
    if (end <= state) return undefined;
    if (struct.kind === "item") {
      const fault = this.#placeItem(struct, state);
      if (fault !== undefined) return fault;
    } else this.#placement.collected += 1;
    const news = this.#placement.news.get(client);
    if (news === undefined) this.#placement.news.set(client, { from: state, to: end });
    else news.to = end;
    this.#states[index] = end;
    return undefined;
  }

  #placeItem(struct: Item, state: number): RefusalCode | undefined {
    const where = this.#whereIs(struct);
    if (typeof where === "string") return where;
    const { home, key, isInNew } = where;
    const isRest = struct.clock < state;
    const origin = isRest ? { client: struct.client, clock: state - 1 } : struct.origin;
    if (isRest && !this.#continues(struct.client, state, home, key)) return "updateForged";
    const placed: Placed = {
      struct,
      home,
      key,
      slot: undefined,
      isInNew,
      makes: undefined,
      origin,
    };
    if (home !== undefined) {
      const fault = this.#fit(placed, home);
      if (fault !== undefined) return fault;
    }
    this.#placedOf.set(struct, placed);
    this.#placement.placed.push(placed);
    return undefined;
  }

  /** The rest of a struct whose beginning is known goes where that beginning is, whatever it says of itself. */
  #continues(client: number, state: number, home: Home | undefined, key: string | undefined): boolean {
    const before = this.#elementAt({ client, clock: state - 1 });
    if (before === undefined) return false;
    const where = this.#whereFound(before);
    return where.home === home && where.key === key;
  }

  #whereIs(struct: Item): Where | RefusalCode {
    const { origin, rightOrigin, parent } = struct;
    if (parent !== undefined) return this.#whereUnder(parent, struct.key);
    const left = origin === undefined ? undefined : this.#elementAt(origin);
    const right = rightOrigin === undefined ? undefined : this.#elementAt(rightOrigin);
    const one = left ?? right;
    if (one === undefined) return "updateForged";
    const where = this.#whereFound(one);
    if (left === undefined || right === undefined) return where;
    // Between two places is no place; and between what is gone and what stands, replicas would not agree.
    const other = this.#whereFound(right);
    const isSame = where.home === other.home && where.key === other.key;
    const isItself = sameId(origin, rightOrigin);
    return isSame && !isItself ? where : "updateForged";
  }

  #whereUnder(parent: string | Id, key: string | undefined): Where | RefusalCode {
    if (typeof parent === "string") {
      const home = this.#homes.ofRoot(parent);
      return home.place === undefined ? "contentUnknown" : { home, key, isInNew: false };
    }
    const found = this.#elementAt(parent);
    if (found === undefined) return "updateForged";
    if (found.in === "update") {
      const { struct, placed } = found;
      if (struct.clock !== parent.clock) return "updateForged";
      if (placed === undefined || placed.home === undefined) return gone;
      if (placed.makes !== undefined) return { home: placed.makes, key, isInNew: true };
      return placed.struct.content.type === "deleted" ? gone : "updateForged";
    }
    const { item } = found;
    if (!(item instanceof Y.Item)) return gone;
    if (item.content instanceof Y.ContentType) {
      return { home: this.#homes.ofType(item.content.type), key, isInNew: false };
    }
    return item.deleted ? gone : "updateForged";
  }

  #whereFound(found: Found): Where {
    if (found.in === "update") {
      const { placed } = found;
      if (placed === undefined) return gone;
      return { home: placed.home, key: placed.key, isInNew: placed.isInNew };
    }
    const { item } = found;
    if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) return gone;
    return { home: this.#homes.ofType(item.parent), key: item.parentSub ?? undefined, isInNew: false };
  }

  #elementAt(id: Id): Found | undefined {
    const structs = this.#board.store.clients.get(id.client);
    if (structs !== undefined && id.clock < Y.getState(this.#board.store, id.client)) {
      const item = structs[Y.findIndexSS(structs, id.clock)];
      return item === undefined ? undefined : { in: "document", item };
    }
    const index = this.#find(id.client);
    const block = index === undefined ? undefined : this.#blocks[index];
    const struct = block === undefined ? undefined : structAt(block.structs, id.clock);
    return struct === undefined ? undefined : { in: "update", struct, placed: this.#placedOf.get(struct) };
  }

  /** Does such content belong there? Finds the slot, and the home it makes. */
  #fit(placed: Placed, home: Home): RefusalCode | undefined {
    const { struct, key } = placed;
    const slot = key === undefined ? home.place?.items : home.place?.entryAt?.(key);
    if (slot === undefined) return "contentUnknown";
    // An entry stands beside nothing: Yjs writes what it replaces, and never what would follow it.
    if (key !== undefined && struct.rightOrigin !== undefined) return "updateForged";
    placed.slot = slot;
    const { content } = struct;
    switch (content.type) {
      case "deleted":
        return undefined;
      case "text":
        return slot.takesText === true && key === undefined ? undefined : "contentUnknown";
      case "format":
        return slot.takesFormat?.(content.name, content.value) === true ? undefined : "contentUnknown";
      case "values": {
        const { takesValue } = slot;
        return takesValue !== undefined && content.values.every((value) => takesValue(value))
          ? undefined
          : "contentUnknown";
      }
      case "shared": {
        const place = slot.placeOf?.(content.shared, content.name);
        if (place === undefined) return "contentUnknown";
        placed.makes = homeIn(home, key, place, undefined);
        return undefined;
      }
      case "foreign":
        return "contentUnknown";
    }
  }
}

const gone: Where = { home: undefined, key: undefined, isInNew: false };

const sameId = (a: Id | undefined, b: Id | undefined) =>
  a !== undefined && b !== undefined && a.client === b.client && a.clock === b.clock;

function structAt(structs: readonly Struct[], clock: number): Struct | undefined {
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return undefined;
    if (clock < struct.clock) high = middle - 1;
    else if (clock >= struct.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}

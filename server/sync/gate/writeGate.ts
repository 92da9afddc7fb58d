// Asked of every update before it touches the board document, and once more when it has, before anybody is told.
// Rules and reasons: docs/SYNC.md, "The write gate".
import * as Y from "yjs";
import { isRefusal, type Refusal, refuse } from "#shared/access/refusal.ts";
import { mayWrite } from "#shared/access/roles.ts";
import type { BoardRules } from "#shared/access/rules.ts";
import { canonicalTextOf } from "#shared/board/canonical.ts";
import { Homes } from "./homes.ts";
import { Knowledge } from "./knowledge.ts";
import { type Horizons, itemAt, type Surroundings, standsBetweenItsOrigins } from "./neighbours.ts";
import {
  type Deletion,
  type Id,
  type Item,
  type ParsedUpdate,
  type ParseFault,
  parseUpdate,
} from "./parseUpdate.ts";
import { type Placement, Placing } from "./placement.ts";
import { type Author, type PastAuthors, Rights } from "./rights.ts";
import { Sizes } from "./sizes.ts";

export type { Author } from "./rights.ts";

/** An update that may be applied. */
export type Fit = {
  type: "fits";
  /** What to apply: the update without what is known. Yjs would split known texts where known structs say. */
  bytes: Uint8Array;
  /** All of it is new: it can be logged and told byte for byte. */
  isWhole: boolean;
  /** It adds content, not only deletes. */
  grows: boolean;
  /** Client ids nobody has used before: theirs from now on, to be stored with the update. */
  newClients: readonly number[];
  placement: Placement;
  /** Texts in which it deletes formats without a right to, and how they read before. */
  tidied: Tidied;
  /** Filled by `verify`: how far each client has shown to know. */
  horizons: Horizons;
};

type Tidied = Map<Y.Text, string>;

/** `known`: it changes nothing. `early`: nothing is wrong with it, but it builds on changes that are not here yet. */
export type Passage = { type: "known" } | { type: "early" } | Fit;

export type GateOptions = {
  board: Y.Doc;
  /** Client id → the person it belongs to for good; null is the server. Grows by `accept`. */
  owners: Map<number, string | null>;
  rules: () => BoardRules;
  /** The number of the log's last update when `board` was read. */
  openedAt?: number;
};

// Of those who send their whole delete set at every return, most is known: logging it again would fill the log.
const repeatedDeletionsMax = 16;

const known = { type: "known" } as const;

/**
 * One per open board. For each update in turn: `inspect`, then `Y.applyUpdate` of the fit's bytes, then `verify` within the same
 * transaction, then `accept`. An update that `verify` refuses is already in the document: the document must be
 * thrown away, read again, and given back with `setBoard`.
 */
export class WriteGate {
  #board: Y.Doc;
  #homes: Homes;
  readonly #owners: Map<number, string | null>;
  readonly #rules: () => BoardRules;
  readonly #knowledge: Knowledge;
  readonly #sizes = new Sizes();
  readonly #pastAuthors: PastAuthors = new Map();

  constructor({ board, owners, rules, openedAt = 0 }: GateOptions) {
    this.#board = board;
    this.#homes = new Homes(board);
    this.#owners = owners;
    this.#rules = rules;
    this.#knowledge = new Knowledge(openedAt);
  }

  /** The same content in a new document. */
  setBoard(board: Y.Doc): void {
    this.#board = board;
    this.#homes = new Homes(board);
  }

  /** Never changes the document. */
  inspect(update: Uint8Array, author: Author): Passage | Refusal {
    if (update.length === 2 && update[0] === 0 && update[1] === 0) return known;
    const parsed = parseUpdate(update);
    if (!mayWrite(author.role)) return this.#isTidying(parsed) ? known : refuse("notAllowed");
    if (parsed === "malformed") return refuse("updateMalformed");
    if (parsed === "foreignContent") return refuse("contentUnknown");
    const placing = new Placing(this.#board, this.#homes, parsed);
    const placement = placing.place();
    if (placement === "early") return { type: "early" };
    if (typeof placement === "string") return refuse(placement);
    if (parsed.deletions.some((one) => one.clock + one.length > placing.stateOf(one.client))) {
      return { type: "early" };
    }
    const newClients = this.#newClients(placement, author);
    if (isRefusal(newClients)) return newClients;
    const passage = this.#allow(parsed, placement, newClients, author);
    if (isRefusal(passage) || passage.type !== "fits") return passage;
    const bytes = placement.overlaps ? Y.diffUpdate(update, this.#stateVectorOf(parsed)) : update;
    return { ...passage, bytes };
  }

  /** Of the clients of an update. */
  #stateVectorOf({ blocks }: ParsedUpdate): Uint8Array {
    const { store } = this.#board;
    return Y.encodeStateVector(new Map(blocks.map(({ client }) => [client, Y.getState(store, client)])));
  }

  /**
   * After others' changes stock clients delete formats that say nothing, whoever they are. From one who only reads, that
   * is passed over.
   */
  #isTidying(parsed: ParsedUpdate | ParseFault): boolean {
    if (typeof parsed === "string" || parsed.blocks.length > 0) return false;
    return parsed.deletions.every((deletion) =>
      itemsIn(this.#board, deletion).every((item) => item.content instanceof Y.ContentFormat),
    );
  }

  /** A client id belongs to the first person who used it; what stands there without an owner is nobody's to go on. */
  #newClients({ news }: Placement, { person }: Author): number[] | Refusal {
    const fresh: number[] = [];
    for (const [client, { from }] of news) {
      const owner = this.#owners.get(client);
      if (owner === person) continue;
      if (owner !== undefined || from > 0) return refuse("updateForged");
      fresh.push(client);
    }
    return fresh;
  }

  #allow(
    { deletions }: ParsedUpdate,
    placement: Placement,
    newClients: readonly number[],
    author: Author,
  ): { type: "known" } | Omit<Fit, "bytes"> | Refusal {
    const rights = new Rights(author, this.#rules(), this.#pastAuthors, ({ client, clock }) =>
      deletions.some((one) => one.client === client && clock >= one.clock && clock < one.clock + one.length),
    );
    for (const placed of placement.placed) {
      const refusal = rights.refusalOf(placed);
      if (refusal !== undefined) return refuse(refusal);
    }
    const tidied: Tidied = new Map();
    let repeated = 0;
    let fresh = 0;
    for (const deletion of deletions) {
      const news = this.#deletionNews(deletion, rights, tidied);
      if (isRefusal(news)) return news;
      if (news || deletion.clock + deletion.length > Y.getState(this.#board.store, deletion.client))
        fresh += 1;
      else repeated += 1;
    }
    const grows = placement.news.size > 0;
    if (!grows && fresh === 0) return known;
    const isWhole = !placement.overlaps && repeated <= repeatedDeletionsMax;
    return { type: "fits", isWhole, grows, newClients, placement, tidied, horizons: new Map() };
  }

  /** Does it delete anything that stands? Refused where this person may not. */
  #deletionNews(deletion: Deletion, rights: Rights, tidied: Tidied): boolean | Refusal {
    const items = itemsIn(this.#board, deletion);
    for (const item of items) {
      if (!(item.parent instanceof Y.AbstractType)) continue;
      const refusal = rights.refusalOfDeletion(item, this.#homes.ofType(item.parent));
      if (refusal === undefined) continue;
      // Where it is not theirs to write, clients tidy up formats all the same: fine, as long as nobody sees it.
      if (!(item.content instanceof Y.ContentFormat && item.parent instanceof Y.Text)) return refuse(refusal);
      if (!tidied.has(item.parent)) tidied.set(item.parent, canonicalTextOf(item.parent));
    }
    return items.length > 0;
  }

  /** Asked when the update has been applied, before anybody is told. */
  verify({ placement, tidied, horizons }: Fit, { person }: Author): Refusal | undefined {
    const board = this.#board;
    if (leftBehind(board)) return refuse("updateMalformed");
    for (const { makes, struct } of placement.placed) {
      if (makes === undefined) continue;
      const content = itemAt(board, struct)?.content;
      if (content instanceof Y.ContentType) this.#homes.settle(makes, content.type);
    }
    const surroundings: Surroundings = {
      board,
      knowledge: this.#knowledge,
      horizons,
      isOwn: (client) => placement.news.has(client) || this.#owners.get(client) === person,
      isNew: ({ client, clock }) => clock >= (placement.news.get(client)?.from ?? clock + 1),
    };
    for (const placed of placement.placed) {
      if (placed.home === undefined) continue;
      // Yjs runs together what was written under one key and replaced; what stands there is one value.
      const { struct, key } = placed;
      const isRun = key !== undefined && struct.length > 1;
      if (isRun && itemAt(board, lastOf(struct))?.deleted === false) return refuse("contentUnknown");
      if (!standsBetweenItsOrigins(placed, surroundings)) return refuse("updateForged");
    }
    for (const [text, before] of tidied)
      if (canonicalTextOf(text) !== before) return refuse("placeNotAllowed");
    return this.#sizes.areExceeded(placement.placed, this.#homes) ? refuse("contentTooLarge") : undefined;
  }

  /** The update will be number `seq` of the log. */
  accept({ placement, horizons, newClients }: Fit, { person }: Author, seq: number): void {
    for (const client of newClients) this.#owners.set(client, person);
    for (const [client, horizon] of horizons) this.#knowledge.raise(client, horizon);
    for (const [client, { from, to }] of placement.news) this.#knowledge.learn(client, from, to, seq);
  }
}

/** What stands of what a deletion covers. */
function itemsIn(board: Y.Doc, { client, clock, length }: Deletion): Y.Item[] {
  const structs = board.store.clients.get(client);
  if (structs === undefined || clock >= Y.getState(board.store, client)) return [];
  const items: Y.Item[] = [];
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const item = structs[at];
    if (item === undefined || item.id.clock >= clock + length) break;
    if (!item.deleted && item instanceof Y.Item) items.push(item);
  }
  return items;
}

const lastOf = ({ client, clock, length }: Item): Id => ({ client, clock: clock + length - 1 });

/** After applying: did anything stay behind that Yjs could not place? */
function leftBehind(board: Y.Doc): boolean {
  return board.store.pendingStructs !== null || board.store.pendingDs !== null;
}

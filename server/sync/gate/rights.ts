// May this person write there? Asked for every new struct and every deletion of an update, with the board's rules as
// they are now.
import * as Y from "yjs";
import type { RefusalCode } from "#shared/access/refusal.ts";
import { can, type Role } from "#shared/access/roles.ts";
import { type BoardRules, mayWriteIn } from "#shared/access/rules.ts";
import { noteFacts } from "#shared/board/notes.ts";
import type { Area } from "#shared/board/places.ts";
import { isSectionId } from "#shared/sheet/sections.ts";
import type { Home } from "./homes.ts";
import type { Placed } from "./placement.ts";

/** Who sends. `person` is the participant, or the link where nobody is known by name. */
export type Author = { person: string; role: Role };

/** Notes that were deleted since the board was opened, and whose they were: bringing one back is no forgery. */
export type PastAuthors = Map<string, string>;

export class Rights {
  readonly #author: Author;
  readonly #rules: BoardRules;
  readonly #pastAuthors: PastAuthors;
  readonly #deletes: (id: Y.ID) => boolean;
  /** The entries that this update writes, of homes that were there before it. */
  readonly #written = new Map<Home, Set<string>>();
  #lastItemsHome: Home | undefined;

  /** `deletes`: does the update delete this element? */
  constructor(author: Author, rules: BoardRules, pastAuthors: PastAuthors, deletes: (id: Y.ID) => boolean) {
    this.#deletes = deletes;
    this.#author = author;
    this.#rules = rules;
    this.#pastAuthors = pastAuthors;
  }

  /** In the order of integration, each before the next. */
  refusalOf({ struct, home, key, slot, isInNew }: Placed): RefusalCode | undefined {
    if (home === undefined || slot === undefined) return undefined;
    if (slot.meaning === "section" || slot.meaning === "author") {
      const { content } = struct;
      const value = content.type === "values" ? content.values[0] : undefined;
      if (value !== undefined && !this.#mayNoteSay(slot.meaning, value, home)) return "placeNotAllowed";
    }
    // What is made in this same update needed the right where it begins.
    if (isInNew) return undefined;
    if (key === undefined) {
      // Typing: one text, letter after letter.
      if (this.#lastItemsHome === home) return undefined;
      if (!this.#mayWriteTo(slot.area, home)) return "placeNotAllowed";
      if (home.place?.role === "noteText" && !this.#mayChangeText(home)) return "placeNotAllowed";
      this.#lastItemsHome = home;
      return undefined;
    }
    if (!this.#mayWriteTo(slot.area, home)) return "placeNotAllowed";
    if (slot.meaning === "text" && !this.#mayChangeText(home)) return "placeNotAllowed";
    const written = this.#written.get(home) ?? new Set();
    this.#written.set(home, written.add(key));
    // What stood here is replaced, which is to delete it.
    const before = home.place?.role === "notes" ? home.type?._map.get(key) : undefined;
    return before === undefined || before.deleted ? undefined : this.refusalOfDeletion(before, home);
  }

  /** `home`: where the item lives. */
  refusalOfDeletion(item: Y.Item, home: Home): RefusalCode | undefined {
    const { place } = home;
    const key = item.parentSub;
    const slot = key === null ? place?.items : place?.entryAt?.(key);
    if (slot === undefined) return can(this.#author.role, "writeEverywhere") ? undefined : "placeNotAllowed";
    const note = place?.role === "notes" ? noteIn(item) : undefined;
    if (note !== undefined) {
      const { author } = noteFacts(note);
      const isAllowed = this.#mayWriteToNote(note) && this.#mayChangeTextOf(note);
      if (isAllowed && author !== undefined && key !== null) this.#pastAuthors.set(key, author);
      return isAllowed ? undefined : "placeNotAllowed";
    }
    if (!this.#mayWriteTo(slot.area, home)) return "placeNotAllowed";
    // A note without its section, place, kind or text is shown to nobody: taking one away deletes the note.
    const takesAway = key !== null && place?.role === "note" && this.#written.get(home)?.has(key) !== true;
    const changesText = place?.role === "noteText" || slot.meaning === "text";
    const isCurrent = key === null || home.type?._map.get(key) === item;
    if (isCurrent && slot.meaning === "author" && !this.#mayTakeAuthorOff(home)) return "placeNotAllowed";
    if (isCurrent && (takesAway || changesText) && !this.#mayChangeText(home)) return "placeNotAllowed";
    return undefined;
  }

  /** With the note itself, or from one's own. */
  #mayTakeAuthorOff(home: Home): boolean {
    const note = noteOfHome(home);
    const { role, person } = this.#author;
    if (note === undefined || can(role, "writeEverywhere")) return true;
    const item = note._item;
    const goesToo = item === null || item.deleted || this.#deletes(item.id);
    return goesToo || noteFacts(note).author === person;
  }

  #mayWriteTo(area: Area, home: Home): boolean {
    const { role } = this.#author;
    switch (area.type) {
      case "sections":
        return area.sections.some((section) => mayWriteIn(role, section, this.#rules));
      case "note": {
        const note = noteOfHome(home);
        return note === undefined || this.#mayWriteToNote(note);
      }
      case "beyondSections":
        return can(role, "writeBeyondSections");
      case "settings":
        return can(role, "writeEverywhere");
      case "server":
        return false;
    }
  }

  /** A note that says no section yet is nowhere: whoever may write at all may complete it. */
  #mayWriteToNote(note: Y.Map<unknown>): boolean {
    const { section } = noteFacts(note);
    return section === undefined || mayWriteIn(this.#author.role, section, this.#rules);
  }

  #mayChangeText(home: Home): boolean {
    const note = noteOfHome(home);
    return note === undefined || this.#mayChangeTextOf(note);
  }

  #mayChangeTextOf(note: Y.Map<unknown>): boolean {
    if (!this.#rules.notesKeptToAuthor || can(this.#author.role, "writeEverywhere")) return true;
    const { author } = noteFacts(note);
    return author === undefined || author === this.#author.person;
  }

  #mayNoteSay(meaning: "section" | "author", value: unknown, home: Home): boolean {
    const { role, person } = this.#author;
    if (meaning === "section") return isSectionId(value) && mayWriteIn(role, value, this.#rules);
    if (can(role, "writeEverywhere")) return true;
    const note = noteOfHome(home);
    // Whose a note is, nobody else can say; nor take it over.
    if (note !== undefined) return value === person && (noteFacts(note).author ?? person) === person;
    // A new note is its maker's, or was there before and is brought back by somebody's undo.
    return value === person || (home.key !== undefined && this.#pastAuthors.get(home.key) === value);
  }
}

function noteIn(item: Y.Item): Y.Map<unknown> | undefined {
  const type = item.content instanceof Y.ContentType ? item.content.type : undefined;
  return type instanceof Y.Map ? type : undefined;
}

function noteOfHome(home: Home): Y.Map<unknown> | undefined {
  const type = home.note?.type;
  return type instanceof Y.Map ? type : undefined;
}

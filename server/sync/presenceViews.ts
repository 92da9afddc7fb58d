// Who is told what of the others. Where few are present, everyone is told everything. Past that, a waving mouse
// would cost the square of the people: then a viewer is told where only those point who lead, or who have the same
// section open.
import type { SectionId } from "#shared/sheet/sections.ts";
import { noPresence, type PresenceEntry } from "#shared/sync/presence.ts";
import type { Word } from "./presence.ts";
import type { PresenceState } from "./presenceState.ts";

/** The section that somebody has open; null for the sheet. */
type Place = SectionId | null;

type Pointing = { movedAt: number; leads: boolean };

const crowd = 40;
const cursorsMax = 40;
// A pointer that has rested for so long gives way to one that moves.
const restsAfterMs = 3_000;
// Clients take somebody for gone of whom they heard nothing for 30 s.
const sayAgainAfterMs = 10_000;

export class PresenceViews {
  readonly #pointing = new Map<Place, Map<number, Pointing>>();
  readonly #told = new Map<number, { state: string; at: number }>();

  /** The entries for those who look at each of these places; places that are told the same share them. */
  changesFor(
    places: Iterable<Place>,
    changes: readonly Word[],
    present: number,
    now: number,
  ): Map<Place, readonly PresenceEntry[]> {
    if (present <= crowd) {
      this.#pointing.clear();
      this.#told.clear();
      const everything = changes.map(entryOf);
      return new Map([...places].map((place) => [place, everything]));
    }
    const isNews = new Set(changes.filter((word) => this.#isNews(word, now)).map(({ client }) => client));
    return new Map([...places].map((place) => [place, this.#changesFor(place, changes, isNews, now)]));
  }

  /** For somebody who has just come. */
  everyoneFor(place: Place, everyone: readonly Word[]): PresenceEntry[] {
    if (everyone.length <= crowd) return everyone.map(entryOf);
    const pointing = this.#pointing.get(place);
    return everyone.map((word) => (pointing?.has(word.client) === true ? entryOf(word) : stillEntryOf(word)));
  }

  /** More than a pointer that moved, or time to say that they are still here. */
  #isNews({ client, state }: Word, now: number): boolean {
    if (state === undefined) {
      this.#told.delete(client);
      return true;
    }
    const told = this.#told.get(client);
    if (told?.state === state.withoutCursor && now - told.at < sayAgainAfterMs) return false;
    this.#told.set(client, { state: state.withoutCursor, at: now });
    return true;
  }

  #changesFor(
    place: Place,
    changes: readonly Word[],
    isNews: ReadonlySet<number>,
    now: number,
  ): PresenceEntry[] {
    const pointing = this.#pointing.get(place) ?? new Map<number, Pointing>();
    this.#pointing.set(place, pointing);
    const entries: PresenceEntry[] = [];
    for (const word of changes) {
      const wasSeen = pointing.delete(word.client);
      if (isSeen(word.state, place) && makeRoom(pointing, word.state.leads, now)) {
        pointing.set(word.client, { movedAt: now, leads: word.state.leads });
        entries.push(entryOf(word));
      } else if (wasSeen || isNews.has(word.client)) entries.push(stillEntryOf(word));
    }
    return entries;
  }
}

function isSeen(state: PresenceState | undefined, place: Place): state is PresenceState {
  return state?.cursor !== undefined && (state.leads || state.section === place);
}

/** The map is in the order of the last move, oldest first. */
function makeRoom(pointing: Map<number, Pointing>, leads: boolean, now: number): boolean {
  if (pointing.size < cursorsMax) return true;
  for (const [client, other] of pointing) {
    if (now - other.movedAt < restsAfterMs && !(leads && !other.leads)) continue;
    pointing.delete(client);
    return true;
  }
  return false;
}

function entryOf({ client, clock, state }: Word): PresenceEntry {
  return { client, clock, state: state?.full ?? noPresence };
}

function stillEntryOf({ client, clock, state }: Word): PresenceEntry {
  return { client, clock, state: state?.withoutCursor ?? noPresence };
}

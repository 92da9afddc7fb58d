// Who is where on one board: the last word of each Yjs client id, never stored. Nobody speaks for somebody else, and
// who somebody is, the server says.
import { type Identity, personOf } from "#server/access/access.ts";
import { type Refusal, refuse } from "#shared/access/refusal.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { noPresence, type PresenceEntry } from "#shared/sync/presence.ts";
import type { People } from "./people.ts";
import { type PresenceState, parseState, stateOf } from "./presenceState.ts";

/** The one that a client id speaks through. */
type Speaker = { readonly identity: Identity };

/** `person` is the one a client id belongs to for good; without `state` they have left, or said nothing yet. */
type Known<S> = { person: string; speaker: S | undefined; clock: number; state: PresenceState | undefined };

/** The last word of a client; without `state`, that it has left. */
export type Word = { client: number; clock: number; state: PresenceState | undefined };

export type PresenceOptions = {
  people: People;
  /** The person whose updates a client id has written, null for the server, undefined when nobody's. */
  ownerOf: (client: number) => string | null | undefined;
};

// A page has one Yjs client; a program that shows several boards' worth of them is not a page.
const clientsMaxPerSpeaker = 16;
// Those who left are remembered, or a late echo of them would bring them back; the oldest are forgotten.
const knownMax = 5000;
const clockMax = 2 ** 40;
// Before the first word, whose clock is 0 or more.
const silentClock = -1;

export class Presence<S extends Speaker> {
  readonly #people: People;
  readonly #ownerOf: PresenceOptions["ownerOf"];
  readonly #known = new Map<number, Known<S>>();
  readonly #sections = new Map<S, SectionId | null>();
  readonly #changed = new Set<number>();

  constructor({ people, ownerOf }: PresenceOptions) {
    this.#people = people;
    this.#ownerOf = ownerOf;
  }

  /** A participant who comes may bear a name that somebody without one had given themselves. */
  arrive({ identity }: S): void {
    this.#people.arrive(identity);
    if (identity.name === undefined) return;
    for (const [client, known] of [...this.#known]) {
      const { state, speaker } = known;
      if (state === undefined || speaker === undefined || speaker.identity.name !== undefined) continue;
      const told = this.#stateOf(state.said, speaker);
      // With a newer clock, or those who were told the other name would keep it.
      if (told.full !== state.full) this.#set(client, { ...known, clock: known.clock + 1, state: told });
    }
  }

  /** The speaker will write under this client id: from now on nobody else is heard for it. */
  claim(client: number, speaker: S): void {
    if (this.#known.has(client) || !this.#mayClaim(client, speaker)) return;
    this.#keep(client, { person: personOf(speaker.identity), speaker, clock: silentClock, state: undefined });
  }

  /** Does all of it only repeat what somebody else said? Stock clients repeat whatever they are told. */
  isRepetition(entries: readonly PresenceEntry[], { identity }: S): boolean {
    return entries.every(({ client }) => {
      const known = this.#known.get(client);
      return known !== undefined && known.person !== personOf(identity);
    });
  }

  /**
   * Takes what a speaker says. What is not newer than what we know, or not theirs to say, is passed over in silence.
   * The answer is what to tell the speaker alone.
   */
  hear(entries: readonly PresenceEntry[], speaker: S): PresenceEntry[] | Refusal {
    const corrections: PresenceEntry[] = [];
    for (const { client, clock, state: text } of entries) {
      const known = this.#known.get(client);
      if (!this.#isTheirs(client, speaker)) continue;
      if (known === undefined && text === noPresence) continue;
      if (known !== undefined && clock <= known.clock) {
        // Somebody who comes back with a clock from before we announced that they had left: told so, their client
        // speaks up again with a newer one.
        const isBack = known.state === undefined && text !== noPresence;
        if (isBack) corrections.push({ client, clock: known.clock, state: noPresence });
        continue;
      }
      const said = text === noPresence ? undefined : parseState(text);
      if (clock > clockMax || (said === undefined && text !== noPresence)) return refuse("notTheProtocol");
      if (known?.speaker !== speaker && !this.#mayClaim(client, speaker)) continue;
      const state = said && this.#stateOf(said, speaker);
      if (state !== undefined) this.#sections.set(speaker, state.section);
      this.#set(client, { person: personOf(speaker.identity), speaker, clock, state });
    }
    return corrections;
  }

  #stateOf(said: Record<string, unknown>, { identity }: S): PresenceState {
    return stateOf(said, (saidName) => this.#people.faceOf(identity, saidName), identity.role);
  }

  /** Whoever has written under a client id is surer of it than who was heard for it first. */
  #isTheirs(client: number, { identity }: S): boolean {
    const owner = this.#ownerOf(client);
    const person = owner === undefined ? this.#known.get(client)?.person : owner;
    return person === undefined || person === personOf(identity);
  }

  #mayClaim(client: number, speaker: S): boolean {
    if (!this.#isTheirs(client, speaker)) return false;
    let count = 0;
    for (const known of this.#known.values()) if (known.speaker === speaker) count += 1;
    return count < clientsMaxPerSpeaker;
  }

  #set(client: number, known: Known<S>): void {
    this.#keep(client, known);
    this.#changed.add(client);
  }

  #keep(client: number, known: Known<S>): void {
    // Taken out first: the map's order is then that of the last word, oldest first.
    this.#known.delete(client);
    this.#known.set(client, known);
    if (this.#known.size <= knownMax) return;
    for (const [oldest, { speaker }] of this.#known) {
      if (speaker !== undefined) continue;
      this.#known.delete(oldest);
      return;
    }
  }

  /** The connection closed: whoever spoke through it has left. */
  leave(speaker: S): void {
    this.#people.depart(speaker.identity);
    this.#sections.delete(speaker);
    for (const [client, known] of [...this.#known]) {
      if (known.speaker !== speaker) continue;
      if (known.state === undefined) known.speaker = undefined;
      else this.#set(client, { ...known, speaker: undefined, clock: known.clock + 1, state: undefined });
    }
  }

  /** What they look at: a section, or null for the sheet. */
  sectionOf(speaker: S): SectionId | null {
    return this.#sections.get(speaker) ?? null;
  }

  /** How many are there now, a person with two tabs twice. */
  get count(): number {
    let count = 0;
    for (const { state } of this.#known.values()) if (state !== undefined) count += 1;
    return count;
  }

  /** Everyone who is there now. */
  everyone(): Word[] {
    return this.#wordsOf(this.#known.keys()).filter(({ state }) => state !== undefined);
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** What changed since the last call. */
  takeChanges(): Word[] {
    const changes = this.#wordsOf(this.#changed);
    this.#changed.clear();
    return changes;
  }

  #wordsOf(clients: Iterable<number>): Word[] {
    const words: Word[] = [];
    for (const client of clients) {
      const known = this.#known.get(client);
      if (known !== undefined) words.push({ client, clock: known.clock, state: known.state });
    }
    return words;
  }
}

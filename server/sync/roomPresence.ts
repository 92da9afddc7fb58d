// The presence of one room: hears, and tells. What comes in between two tellings is coalesced, so that a waving
// mouse costs the others a few frames a second.
import { isRefusal, type RefusalCode } from "#shared/access/refusal.ts";
import type { Locale } from "#shared/sheet/locale.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { decodePresence, type PresenceEntry } from "#shared/sync/presence.ts";
import type { Budget } from "./budgets.ts";
import type { Connection } from "./connection.ts";
import { messageOf } from "./messages.ts";
import { type Face, People } from "./people.ts";
import { Presence, type PresenceOptions } from "./presence.ts";
import { presenceFrame } from "./presenceFrame.ts";
import { PresenceViews } from "./presenceViews.ts";

const tellEveryMs = 40;

export type RoomPresenceOptions = {
  locale: Locale;
  connections: ReadonlySet<Connection>;
  ownerOf: PresenceOptions["ownerOf"];
  now(): number;
};

export class RoomPresence {
  readonly #connections: ReadonlySet<Connection>;
  readonly #people: People;
  readonly #presence: Presence<Connection>;
  readonly #views = new PresenceViews();
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor({ locale, connections, ownerOf, now }: RoomPresenceOptions) {
    this.#connections = connections;
    this.#people = new People(locale);
    this.#presence = new Presence({ people: this.#people, ownerOf });
    this.#now = now;
  }

  join(connection: Connection): void {
    this.#presence.arrive(connection);
    this.tellEveryone(connection);
    this.#schedule();
  }

  leave(connection: Connection): void {
    this.#presence.leave(connection);
    this.#schedule();
  }

  /** As the others are told who this is. */
  faceOf({ identity }: Connection): Face {
    return this.#people.faceOf(identity);
  }

  /** They said that they will write under this client id. */
  claim(connection: Connection, client: number): void {
    this.#presence.claim(client, connection);
  }

  hear(connection: Connection, payload: Uint8Array, budget: Budget | undefined): RefusalCode | undefined {
    const entries = decodePresence(payload);
    if (entries === undefined) return "notTheProtocol";
    const rate = this.#presence.isRepetition(entries, connection) ? budget?.repetitions : budget?.presence;
    if (rate?.take(this.#now()) === false) return "tooFast";
    const corrections = this.#presence.hear(entries, connection);
    if (isRefusal(corrections)) return corrections.refusal;
    if (corrections.length > 0) connection.send(presenceFrame(corrections));
    this.#schedule();
    return undefined;
  }

  tellEveryone(connection: Connection): void {
    const place = this.#presence.sectionOf(connection);
    const everyone = this.#views.everyoneFor(place, this.#presence.everyone());
    if (everyone.length > 0) connection.send(presenceFrame(everyone));
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#isStopped || !this.#presence.hasChanges) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, tellEveryMs);
  }

  /** To the authors too: a stock client that hears nothing for 30 s, not even itself, takes the line for dead. */
  #tell(): void {
    const viewers = this.#viewers();
    const changes = this.#presence.takeChanges();
    const told = this.#views.changesFor(viewers.keys(), changes, this.#presence.count, this.#now());
    const messages = new Map<readonly PresenceEntry[], Uint8Array>();
    for (const [place, entries] of told) {
      if (entries.length === 0) continue;
      const message = messages.get(entries) ?? messageOf(presenceFrame(entries));
      messages.set(entries, message);
      for (const connection of viewers.get(place) ?? []) connection.write([message], 0);
    }
  }

  #viewers(): Map<SectionId | null, Connection[]> {
    const viewers = new Map<SectionId | null, Connection[]>();
    for (const connection of this.#connections) {
      const section = this.#presence.sectionOf(connection);
      const group = viewers.get(section);
      if (group === undefined) viewers.set(section, [connection]);
      else group.push(connection);
    }
    return viewers;
  }
}

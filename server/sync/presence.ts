// Who is where on one board: the last word of each Yjs client id, never stored. What comes in between two
// tellings is coalesced, so that a waving mouse costs the others a few frames a second.
import { isRefusal, type Refusal, refuse } from "#shared/access/refusal.ts";
import { decodePresence, noPresence, type PresenceEntry } from "#shared/sync/presence.ts";

/** `Owner` is the connection a client id speaks through; `person` the one it belongs to for good. */
type Known<Owner> = { person: string; owner: Owner | undefined; clock: number; state: string };

const stateMaxBytes = 2048;
// A page has one Yjs client; a program that shows several boards' worth of them is not a page.
const clientsMaxPerOwner = 16;
// Those who left are remembered, or a late echo of them would bring them back; the oldest are forgotten.
const knownMax = 5000;
const clockMax = 2 ** 40;

function isState(text: string): boolean {
  if (Buffer.byteLength(text) > stateMaxBytes) return false;
  try {
    const state: unknown = JSON.parse(text);
    return typeof state === "object" && !Array.isArray(state);
  } catch {
    return false;
  }
}

export class Presence<Owner> {
  readonly #known = new Map<number, Known<Owner>>();
  readonly #changed = new Set<number>();

  /**
   * Takes what a connection says. Stock clients repeat to us whatever they hear of others: what is not newer than
   * what we know, or not theirs to say, is passed over in silence. The answer is what to tell the speaker alone.
   */
  hear(payload: Uint8Array, owner: Owner, person: string): PresenceEntry[] | Refusal {
    const entries = decodePresence(payload);
    if (entries === undefined) return refuse("notTheProtocol");
    const corrections: PresenceEntry[] = [];
    for (const entry of entries) {
      const correction = this.#hearOne(entry, owner, person);
      if (isRefusal(correction)) return correction;
      if (correction !== undefined) corrections.push(correction);
    }
    return corrections;
  }

  #hearOne(entry: PresenceEntry, owner: Owner, person: string): PresenceEntry | undefined | Refusal {
    const { client, clock, state } = entry;
    const known = this.#known.get(client);
    if (known === undefined ? state === noPresence : known.person !== person) return undefined;
    if (known !== undefined && clock <= known.clock) {
      // Somebody who comes back with a clock from before we announced that they had left: told so, their client
      // speaks up again with a newer one.
      if (known.state !== noPresence || state === noPresence) return undefined;
      return { client, clock: known.clock, state: noPresence };
    }
    if (clock > clockMax || !isState(state)) return refuse("notTheProtocol");
    if (known?.owner !== owner && this.#clientsOf(owner) >= clientsMaxPerOwner) return undefined;
    this.#set(client, { person, owner, clock, state });
    return undefined;
  }

  #set(client: number, known: Known<Owner>): void {
    // Taken out first: the map's order is then that of the last word, oldest first.
    this.#known.delete(client);
    this.#known.set(client, known);
    this.#changed.add(client);
    if (this.#known.size <= knownMax) return;
    for (const [oldest, { owner }] of this.#known) {
      if (owner !== undefined) continue;
      this.#known.delete(oldest);
      return;
    }
  }

  #clientsOf(owner: Owner): number {
    let count = 0;
    for (const known of this.#known.values()) if (known.owner === owner) count += 1;
    return count;
  }

  /** The connection closed: whoever spoke through it has left. */
  leave(owner: Owner): void {
    for (const [client, known] of [...this.#known]) {
      if (known.owner !== owner) continue;
      if (known.state === noPresence) known.owner = undefined;
      else this.#set(client, { ...known, owner: undefined, clock: known.clock + 1, state: noPresence });
    }
  }

  /** Everyone who is there now. */
  everyone(): PresenceEntry[] {
    return this.#entriesOf(this.#known.keys()).filter(({ state }) => state !== noPresence);
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** What changed since the last call. */
  takeChanges(): PresenceEntry[] {
    const changes = this.#entriesOf(this.#changed);
    this.#changed.clear();
    return changes;
  }

  #entriesOf(clients: Iterable<number>): PresenceEntry[] {
    const entries: PresenceEntry[] = [];
    for (const client of clients) {
      const known = this.#known.get(client);
      if (known !== undefined) entries.push({ client, clock: known.clock, state: known.state });
    }
    return entries;
  }
}

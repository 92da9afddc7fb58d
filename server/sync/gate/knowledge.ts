// What each Yjs client has shown to know. The server tells updates in the order of the log, so a client that refers
// to something of update n has seen every update up to n: whatever it writes, it writes beside all of that.
import type { Id } from "./parseUpdate.ts";

/**
 * Numbers of the log between which an element was written; equal when it is known exactly. `horizon`: what its author
 * had shown to know by then.
 */
type Written = { earliest: number; latest: number; horizon: number };

type Track = {
  /** Ascending: elements below `ends[i]` and from `ends[i - 1]` on came with update `seqs[i]`. */
  ends: number[];
  seqs: number[];
  horizons: number[];
  /** Elements below this were written at some time up to `floorSeq`. */
  floor: number;
  floorSeq: number;
};

// An entry for each update would grow for as long as a board is open; older ones are known to lie before a time.
const entriesMax = 4_096;

export class Knowledge {
  readonly #tracks = new Map<number, Track>();
  readonly #horizons = new Map<number, number>();
  /** Everything that is in no track was there when the board was opened. */
  #openedAt: number;

  constructor(openedAt: number) {
    this.#openedAt = openedAt;
  }

  /** After `raise`. The elements of a client up to `endClock` came with this update. */
  learn(client: number, startClock: number, endClock: number, seq: number): void {
    const horizon = this.horizonOf(client);
    let track = this.#tracks.get(client);
    if (track === undefined) {
      track = { ends: [], seqs: [], horizons: [], floor: startClock, floorSeq: this.#openedAt };
      this.#tracks.set(client, track);
    }
    const last = track.seqs.length - 1;
    if (track.seqs[last] === seq) track.ends[last] = endClock;
    else {
      track.ends.push(endClock);
      track.seqs.push(seq);
      track.horizons.push(horizon);
    }
    if (track.ends.length <= entriesMax) return;
    const half = entriesMax / 2;
    track.floor = track.ends[half - 1] ?? track.floor;
    track.floorSeq = track.seqs[half - 1] ?? track.floorSeq;
    track.ends.splice(0, half);
    track.seqs.splice(0, half);
    track.horizons.splice(0, half);
  }

  writtenAt({ client, clock }: Id): Written {
    const track = this.#tracks.get(client);
    if (track === undefined) return { earliest: 0, latest: this.#openedAt, horizon: 0 };
    if (clock < track.floor) return { earliest: 0, latest: track.floorSeq, horizon: 0 };
    let low = 0;
    let high = track.ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (clock < (track.ends[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    const seq = track.seqs[low] ?? this.#openedAt;
    return { earliest: seq, latest: seq, horizon: track.horizons[low] ?? 0 };
  }

  /** The newest update of others that this client is known to have seen. */
  horizonOf(client: number): number {
    return this.#horizons.get(client) ?? 0;
  }

  raise(client: number, horizon: number): void {
    if (horizon > this.horizonOf(client)) this.#horizons.set(client, horizon);
  }
}

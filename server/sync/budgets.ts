// What one person may send on one board, across all their tabs.
import type { Identity } from "#server/access/access.ts";
import { TokenBucket } from "./tokenBucket.ts";

export type Budget = {
  frames: TokenBucket;
  presence: TokenBucket;
  /** Presence of others that stock clients say again: one for each telling, in each of a few tabs. */
  repetitions: TokenBucket;
};

export class Budgets {
  readonly #known = new Map<string, Budget>();

  /** A link's token is not one person: each of its connections has its own. */
  of({ participantId }: Identity, now: number): Budget {
    const known = this.#known.get(participantId ?? "");
    if (known !== undefined) return known;
    const budget: Budget = {
      frames: new TokenBucket(60, 600, now),
      presence: new TokenBucket(30, 300, now),
      repetitions: new TokenBucket(100, 1000, now),
    };
    if (participantId !== undefined) this.#known.set(participantId, budget);
    return budget;
  }
}

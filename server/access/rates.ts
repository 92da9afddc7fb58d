// How often one address may knock. In memory: a restart forgives.
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export type Rate = {
  /** Takes one. False when there is none left. */
  take(key: string): Promise<boolean>;
};

export type Rates = { newBoards: Rate; newParticipants: Rate; wrongTokens: Rate };

const unlimited: Rate = { take: async () => true };

function perMinute(points: number): Rate {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return {
    take: async (key) => {
      try {
        await limiter.consume(key);
        return true;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return false;
        throw refused;
      }
    },
  };
}

/** A room of 500 sits behind one address: the limits stop programs, not workshops. */
export function createRates(areLimited: boolean): Rates {
  if (!areLimited) return { newBoards: unlimited, newParticipants: unlimited, wrongTokens: unlimited };
  return {
    newBoards: perMinute(60),
    newParticipants: perMinute(600),
    wrongTokens: perMinute(300),
  };
}

// Every refusal of the sync engine, counted and said to the operator: the code and the person's id, no name and no
// content. A flood of them is counted whole and said in part, so that nobody can fill a disk from outside.
import type { Logger } from "pino";
import type { Metrics } from "#server/metrics/metrics.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import type { RefusalCode } from "#shared/access/refusal.ts";
import { TokenBucket } from "./tokenBucket.ts";

const linesPerSecond = 1;
const linesBurst = 60;

export type Refusals = { note(refusal: RefusalCode, who?: { boardId: BoardId; person: string }): void };

export function createRefusals(log: Logger, metrics: Metrics, now: () => number): Refusals {
  const budget = new TokenBucket(linesPerSecond, linesBurst, now());
  let unsaid = 0;
  return {
    note(refusal, who) {
      metrics.refusals[refusal] += 1;
      if (!budget.take(now())) {
        unsaid += 1;
        return;
      }
      log.info({ refusal, ...who, ...(unsaid > 0 && { unsaid }) }, "refused");
      unsaid = 0;
    },
  };
}

import type { Logger } from "pino";
import type { Metrics } from "#server/metrics/metrics.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import type { RefusalCode } from "#shared/access/refusal.ts";

/** Every refusal of the sync engine, counted and told to the operator: its code and ids, no name and no content. */
export type Refusals = { note(refusal: RefusalCode, who?: { boardId: BoardId; person: string }): void };

export function createRefusals(log: Logger, metrics: Metrics): Refusals {
  return {
    note(refusal, who) {
      metrics.refusals[refusal] += 1;
      log.info({ refusal, ...who }, "refused");
    },
  };
}

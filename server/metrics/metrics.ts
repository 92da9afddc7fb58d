// What the operator may watch. The engine adds to plain numbers where things happen, which costs nanoseconds;
// they are turned into text only when somebody asks. Nothing here tells one board or person from another.
import { type RefusalCode, refusalCodes } from "#shared/access/refusal.ts";
import { Histogram } from "./histogram.ts";

/** How a joiner was brought up to date: everything, the log after what they had, what a diff found, or nothing. */
export const joinAnswers = ["full", "tail", "diff", "equal"] as const;

export type JoinAnswer = (typeof joinAnswers)[number];

export type Metrics = {
  /** Updates that were committed. */
  updatesAccepted: number;
  /** Updates handed to sockets: each update once for every connection that it went to. */
  deliveries: number;
  /** Bytes handed to the sockets of boards. */
  bytesSent: number;
  joins: Record<JoinAnswer, number>;
  /** By code; slow readers that were let go are `tooSlow`. */
  refusals: Record<RefusalCode, number>;
  commitsFailed: number;
  folds: number;
  foldsFailed: number;
  /** Alarm: a fold did not hold what the live board held. Nothing was pruned. */
  foldMismatches: number;
  /** Alarm: a snapshot whose bytes no longer match their hash was passed over. */
  damagedSnapshots: number;
  workerRestarts: number;
  /** The transaction of a turn, until it is on the disk. */
  commitTime: Histogram;
  /** A whole turn: from the first update taken up to the last socket written. */
  flushTime: Histogram;
};

const bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

function zeroOf<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  const entries: [Key, number][] = keys.map((key) => [key, 0]);
  // Every key of the list is there; `fromEntries` forgets which they were.
  return Object.fromEntries(entries) as Record<Key, number>;
}

export function createMetrics(): Metrics {
  return {
    updatesAccepted: 0,
    deliveries: 0,
    bytesSent: 0,
    joins: zeroOf(joinAnswers),
    refusals: zeroOf(refusalCodes),
    commitsFailed: 0,
    folds: 0,
    foldsFailed: 0,
    foldMismatches: 0,
    damagedSnapshots: 0,
    workerRestarts: 0,
    commitTime: new Histogram(bounds),
    flushTime: new Histogram(bounds),
  };
}

// The figures as text (Prometheus exposition format 0.0.4). No library: it is forty lines, and the engine's counters
// stay plain numbers.
import type { Histogram } from "./histogram.ts";
import type { Metrics } from "./metrics.ts";
import type { ProcessFigures } from "./process.ts";

export const prometheusContentType = "text/plain; version=0.0.4; charset=utf-8";

/** What is counted by looking, not by adding up. */
export type Census = { boards: number; connections: number };

type Sample = { labels?: string; value: number };

function family(name: string, type: "counter" | "gauge", help: string, samples: readonly Sample[]): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(({ labels = "", value }) => `${name}${labels} ${value}`),
  ];
}

const one = (value: number): Sample[] => [{ value }];

const labelled = (label: string, values: Readonly<Record<string, number>>): Sample[] =>
  Object.entries(values).map(([name, value]) => ({ labels: `{${label}="${name}"}`, value }));

function histogram(name: string, help: string, times: Histogram): string[] {
  const cumulative = times.cumulative();
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} histogram`,
    ...cumulative.map((count, index) => `${name}_bucket{le="${times.bounds[index] ?? "+Inf"}"} ${count}`),
    `${name}_sum ${times.sum}`,
    `${name}_count ${cumulative.at(-1)}`,
  ];
}

export function prometheusText(metrics: Metrics, census: Census, process: ProcessFigures): string {
  const counter = (name: string, help: string, samples: readonly Sample[]) =>
    family(`canevas_${name}_total`, "counter", help, samples);
  const gauge = (name: string, help: string, samples: readonly Sample[]) =>
    family(name, "gauge", help, samples);
  const { p50, p99, max } = process.loopLag;
  const lines = [
    ...gauge("canevas_connections", "Sockets that are in a board.", one(census.connections)),
    ...gauge("canevas_boards_open", "Boards in memory.", one(census.boards)),
    ...counter("updates_accepted", "Updates committed.", one(metrics.updatesAccepted)),
    ...counter("deliveries", "Updates handed to sockets.", one(metrics.deliveries)),
    ...counter("sent_bytes", "Bytes handed to the sockets of boards.", one(metrics.bytesSent)),
    ...histogram("canevas_commit_seconds", "Time of a turn's transaction.", metrics.commitTime),
    ...histogram("canevas_flush_seconds", "Time of a turn, from taking to telling.", metrics.flushTime),
    ...counter("joins", "Joins, by how they were answered.", labelled("answer", metrics.joins)),
    ...counter("refusals", "Refusals, by code.", labelled("code", metrics.refusals)),
    ...counter("slow_readers_dropped", "Sockets let go with too much unread.", one(metrics.refusals.tooSlow)),
    ...counter(
      "commits_failed",
      "Commits that failed: those boards were closed.",
      one(metrics.commitsFailed),
    ),
    ...counter("folds", "Logs folded into a snapshot.", one(metrics.folds)),
    ...counter("folds_failed", "Folds that could not be done.", one(metrics.foldsFailed)),
    ...counter("fold_mismatches", "ALARM: folds unlike the live board.", one(metrics.foldMismatches)),
    ...counter("damaged_snapshots", "ALARM: snapshots unlike their hash.", one(metrics.damagedSnapshots)),
    ...counter("worker_restarts", "Worker threads started again.", one(metrics.workerRestarts)),
    ...gauge("canevas_event_loop_lag_seconds", "How late the event loop was since the last scrape.", [
      { labels: '{quantile="0.5"}', value: p50 },
      { labels: '{quantile="0.99"}', value: p99 },
      { labels: '{quantile="1"}', value: max },
    ]),
    ...gauge("process_resident_memory_bytes", "Memory in use.", one(process.residentBytes)),
    ...family("process_cpu_seconds_total", "counter", "Time on the processor.", one(process.cpuSeconds)),
    ...gauge("process_start_time_seconds", "When it was started.", one(process.startedAt)),
  ];
  return `${lines.join("\n")}\n`;
}

// What the process says of itself when it is asked.
import { monitorEventLoopDelay } from "node:perf_hooks";

export type ProcessFigures = {
  residentBytes: number;
  cpuSeconds: number;
  /** Epoch seconds. */
  startedAt: number;
  /** How late the event loop was, in seconds, since it was last asked. */
  loopLag: { p50: number; p99: number; max: number };
};

// Late by less than this is not seen; asking more often would wake an idle machine for nothing.
const resolutionMs = 10;

/** Starts to watch the event loop. */
export function watchProcess(): () => ProcessFigures {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  const startedAt = Date.now() / 1000 - process.uptime();
  // It measures from one tick of its timer to the next, hence the interval itself, too.
  const lag = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolutionMs / 1000);
  return () => {
    const { user, system } = process.cpuUsage();
    const isQuiet = delay.count === 0;
    const loopLag = isQuiet
      ? { p50: 0, p99: 0, max: 0 }
      : { p50: lag(delay.percentile(50)), p99: lag(delay.percentile(99)), max: lag(delay.max) };
    delay.reset();
    return {
      residentBytes: process.memoryUsage.rss(),
      cpuSeconds: (user + system) / 1e6,
      startedAt,
      loopLag,
    };
  };
}

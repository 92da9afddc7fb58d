// Loaded into every server that is measured, before its own code: answers what the process has used.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

const lag = monitorEventLoopDelay({ resolution: 5 });

/** @type {Record<string, () => unknown>} */
const answers = {
  cpu: () => process.cpuUsage(),
  memory: () => {
    setFlagsFromString("--expose-gc");
    runInNewContext("gc")();
    return process.memoryUsage.rss();
  },
  watchLag: () => {
    lag.enable();
    lag.reset();
    return true;
  },
  lag: () => {
    lag.disable();
    // The timer itself is part of what is measured.
    return { p99: lag.percentile(99) / 1e6 - 5, max: lag.max / 1e6 - 5 };
  },
};

if (isMainThread && process.send !== undefined) {
  process.on("message", (question) => {
    const answer = answers[String(question)];
    if (answer !== undefined) process.send?.({ question, answer: answer() });
  });
  // The server ends when it wants to.
  process.channel?.unref();
}

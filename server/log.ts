// What the operator reads: one JSON object a line, on standard error; standard output is for the address alone.
import { destination, type Logger, type LoggerOptions, pino } from "pino";
import { TokenBucket } from "#server/sync/tokenBucket.ts";
import type { Environment } from "./environment.ts";

// A parser quotes what it stumbled over: enough of a message to know it again, too little to hold a page of somebody.
const messageMax = 200;

/** Of an error, what our code and the system say. Other properties may hold what people sent. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const frames = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    ...("code" in error && typeof error.code === "string" && { code: error.code }),
    message: message.slice(0, messageMax),
    stack: frames?.join("\n"),
  };
}

// A room that comes back at once may say the same thing a few times; a flood is none the clearer for every drop.
const linesPerSecond = 1;
const linesBurst = 60;

/**
 * Each message so many times and no more: whoever is refused, or meets a full disk, would otherwise fill it with our
 * own lines. The next line that is written says how many were not. Who asks for debug wants all of it.
 */
function limitRepeats(): NonNullable<LoggerOptions["hooks"]> {
  const { info, fatal } = pino.levels.values;
  const repeats = new Map<string, { budget: TokenBucket; unsaid: number }>();
  return {
    logMethod([first, second]: readonly unknown[], method, level) {
      const message = String((typeof first === "string" ? first : second) ?? "");
      const fields = typeof first === "object" && first !== null ? first : {};
      if (level < Number(info) || level >= Number(fatal)) {
        method.call(this, fields, message);
        return;
      }
      const now = performance.now();
      const known = repeats.get(message);
      const repeat = known ?? { budget: new TokenBucket(linesPerSecond, linesBurst, now), unsaid: 0 };
      if (known === undefined) repeats.set(message, repeat);
      if (!repeat.budget.take(now)) {
        repeat.unsaid += 1;
        return;
      }
      const { unsaid } = repeat;
      repeat.unsaid = 0;
      method.call(this, { ...fields, ...(unsaid > 0 && { unsaid }) }, message);
    },
  };
}

export function createLog(level: Environment["logLevel"]): Logger {
  const options = { level, base: null, serializers: { err: describeError }, hooks: limitRepeats() };
  return pino(options, destination({ fd: 2, sync: true }));
}

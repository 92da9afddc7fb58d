// What the operator reads: one JSON object a line, on standard error; standard output is for the address alone.
import { destination, type Logger, pino } from "pino";
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

export function createLog(level: Environment["logLevel"]): Logger {
  const options = { level, base: null, serializers: { err: describeError } };
  return pino(options, destination({ fd: 2, sync: true }));
}

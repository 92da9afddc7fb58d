// A real server for a test: the built one, in a process of its own, on a port and a directory of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type TestServer = {
  url: string;
  wsUrl: string;
  port: number;
  pid: number;
  dataDir: string;
  /** All that it wrote so far, to standard output and to standard error. */
  output(): string;
  log(): string;
  hasEnded(): boolean;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: no time for anything. */
  kill(): Promise<void>;
};

export type Exit = { code: number | null; stdout: string; stderr: string };

type Running = {
  child: ChildProcess;
  output: { stdout: string; stderr: string };
  exited: Promise<number | null>;
};

const children = new Set<ChildProcess>();
const dataDirs: string[] = [];

// Registered when a test file imports this, hence run after whatever that file does at its end.
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  for (const directory of dataDirs) rmSync(directory, { recursive: true, force: true });
});

/** Without waiting for anything. */
export function spawnServer(env: Record<string, string>): Running {
  const child = spawn(process.execPath, ["dist/server/main.js"], {
    cwd: root,
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  children.add(child);
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  void exited.then(() => children.delete(child));
  return { child, output, exited };
}

export function newDataDir(): string {
  const directory = mkdtempSync(join(tmpdir(), "canevas-test-"));
  dataDirs.push(directory);
  return directory;
}

/** Starts a server and waits until it says where it is. Rates are off unless a test turns them on. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = env.DATA_DIR ?? newDataDir();
  const { child, output, exited } = spawnServer({ PORT: "0", RATE_LIMIT: "off", ...env, DATA_DIR: dataDir });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", () => {
      const address = /http:\/\/\S+/.exec(output.stdout)?.[0];
      if (address !== undefined) resolve(address);
    });
    void exited.then((code) => reject(new Error(`the server ended with ${code}: ${output.stderr}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  return {
    url,
    wsUrl: url.replace(/^http/, "ws"),
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    dataDir,
    output: () => output.stdout,
    log: () => output.stderr,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: () => end("SIGTERM"),
    kill: async () => {
      await end("SIGKILL");
    },
  };
}

/** Starts a server that is expected to refuse to. */
export async function runToExit(env: Record<string, string>): Promise<Exit> {
  const { output, exited } = spawnServer({ PORT: "0", DATA_DIR: newDataDir(), ...env });
  const code = await exited;
  return { code, ...output };
}

// The operator's commands, run as an operator runs them.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Ended = { code: number | null; stdout: string; stderr: string };

export type Running = { ended: Promise<Ended>; kill(): void };

export function startCommand(
  name: "doctor" | "backup" | "restore",
  args: readonly string[],
  env: Record<string, string> = {},
): Running {
  const child = spawn(process.execPath, [`scripts/${name}.mjs`, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Ended = { code: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ ...output, code }));
  });
  return { ended, kill: () => child.kill("SIGKILL") };
}

export function runCommand(...command: Parameters<typeof startCommand>): Promise<Ended> {
  return startCommand(...command).ended;
}

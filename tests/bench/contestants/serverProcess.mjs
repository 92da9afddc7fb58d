// A server in a process of its own, which says on its standard output where it is.
import { fork } from "node:child_process";
import { root } from "#scripts/lib/root.mjs";

const probe = new URL("./probe.mjs", import.meta.url).href;
const startWithinMs = 30_000;

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

export class ServerProcess {
  #child;
  #ended;
  #errors = "";

  /**
   * @param {string} script
   * @param {{ args?: string[], env?: Record<string, string>, nodeOptions?: string[] }} [options]
   */
  constructor(script, { args = [], env = {}, nodeOptions = [] } = {}) {
    this.#child = fork(script, args, {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", ...env },
      execArgv: ["--import", probe, ...nodeOptions],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const child = this.#child;
    children.add(child);
    child.stderr?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      this.#errors = `${this.#errors}${text}`.slice(-4_000);
    });
    this.#ended = new Promise((resolve) => child.once("close", resolve));
    void this.#ended.then(() => children.delete(child));
    /** Resolves to its port. */
    this.listening = this.#listen();
  }

  /** @returns {Promise<number>} */
  #listen() {
    return new Promise((resolve, reject) => {
      let printed = "";
      this.#child.stdout?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
        printed += text;
        const port = /http:\/\/[^\s:]+:(\d+)/.exec(printed)?.[1];
        if (port !== undefined) resolve(Number(port));
      });
      const fail = (/** @type {string} */ why) => reject(new Error(`the server ${why}\n${this.#errors}`));
      void this.#ended.then(() => fail("ended"));
      setTimeout(fail, startWithinMs, "did not start").unref();
    });
  }

  /** What it wrote to standard error last. */
  get errors() {
    return this.#errors;
  }

  /** @param {string} question */
  #ask(question) {
    return new Promise((resolve, reject) => {
      const hear = (/** @type {{ question?: unknown, answer?: any }} */ message) => {
        if (message.question !== question) return;
        this.#child.off("message", hear);
        resolve(message.answer);
      };
      this.#child.on("message", hear);
      void this.#ended.then(() => reject(new Error(`the server ended\n${this.#errors}`)));
      this.#child.send(question);
    });
  }

  /** CPU seconds of all its threads so far. */
  async cpuSeconds() {
    const { user, system } = await this.#ask("cpu");
    return (user + system) / 1e6;
  }

  /** Megabytes resident, after a garbage collection. @returns {Promise<number>} */
  async memoryMb() {
    return (await this.#ask("memory")) / 1024 / 1024;
  }

  async watchLag() {
    await this.#ask("watchLag");
  }

  /** How late its event loop ran since `watchLag`, in ms. @returns {Promise<{ p99: number, max: number }>} */
  lag() {
    return this.#ask("lag");
  }

  async stop() {
    this.#child.kill("SIGTERM");
    const late = setTimeout(() => this.#child.kill("SIGKILL"), 6_000);
    await this.#ended;
    clearTimeout(late);
  }
}

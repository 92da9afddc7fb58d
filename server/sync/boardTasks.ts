// What the worker thread is asked, and the asking. A worker that dies is started again; what it was asked fails.
import { Worker } from "node:worker_threads";
import type { Metrics } from "#server/metrics/metrics.ts";
import type { ProjectRecord } from "#shared/record/recordTypes.ts";

/** A log as bytes: everything up to some update as one, and the messages of those after it. */
export type LogBytes = { base: Uint8Array; tail: Uint8Array };

type Question =
  | { type: "fold"; log: LogBytes }
  | { type: "read"; log: LogBytes }
  | { type: "diff"; base: Uint8Array; stateVector: Uint8Array };

export type Task = { id: number } & Question;

/** A log as one, and its hashes: of the bytes, and of the content they stand for. */
export type Folded = {
  state: Uint8Array;
  sha256: string;
  stateVector: Uint8Array;
  deleteSet: Uint8Array;
  canonSha256: string;
};

export type Reading = { record: ProjectRecord; title: string; stage: string };

export type Answer = { id: number } & (
  | { type: "fold"; folded: Folded }
  | { type: "read"; reading: Reading }
  | { type: "diff"; diff: Uint8Array }
  | { type: "problem"; problem: string }
);

type Waiting = { resolve(answer: Answer): void; reject(error: Error): void };

export class BoardTasks {
  readonly #file: URL;
  readonly #metrics: Metrics;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;
  #isStopped = false;

  /** `file`: the built boardWorker. */
  constructor(file: URL, metrics: Metrics) {
    this.#file = file;
    this.#metrics = metrics;
  }

  async fold(log: LogBytes): Promise<Folded> {
    const answer = await this.#ask({ type: "fold", log });
    if (answer.type !== "fold") throw unexpected(answer);
    return answer.folded;
  }

  async read(log: LogBytes): Promise<Reading> {
    const answer = await this.#ask({ type: "read", log });
    if (answer.type !== "read") throw unexpected(answer);
    return answer.reading;
  }

  async diff(base: Uint8Array, stateVector: Uint8Array): Promise<Uint8Array> {
    const answer = await this.#ask({ type: "diff", base, stateVector });
    if (answer.type !== "diff") throw unexpected(answer);
    return answer.diff;
  }

  /** A thread takes a tenth of a second to begin: better before somebody types than while they do. */
  warmUp(): void {
    this.#worker ??= this.#start();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#worker?.terminate();
  }

  #ask(question: Question): Promise<Answer> {
    if (this.#isStopped) return Promise.reject(new Error("the server is stopping"));
    this.#lastId += 1;
    const task: Task = { id: this.#lastId, ...question };
    this.warmUp();
    const worker = this.#worker;
    if (worker === undefined) return Promise.reject(new Error("the worker thread did not begin"));
    return new Promise((resolve, reject) => {
      this.#waiting.set(task.id, { resolve, reject });
      worker.postMessage(task);
    });
  }

  #start(): Worker {
    const started = new Worker(this.#file);
    // The process may end while the worker has nothing to do.
    started.unref();
    started.on("message", (answer: Answer) => {
      this.#waiting.get(answer.id)?.resolve(answer);
      this.#waiting.delete(answer.id);
    });
    const giveUp = (error: Error) => {
      if (this.#worker !== started) return;
      this.#worker = undefined;
      if (!this.#isStopped) this.#metrics.workerRestarts += 1;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
    started.on("error", giveUp);
    started.on("exit", () => giveUp(new Error("the worker thread ended")));
    return started;
  }
}

function unexpected(answer: Answer): Error {
  return new Error(answer.type === "problem" ? answer.problem : `the worker answered with ${answer.type}`);
}

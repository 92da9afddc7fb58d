// A network between a client and a server that a test can spoil: bytes held back, delayed, slowed down, cut off.
import { connect, createServer, type Socket } from "node:net";
import { afterAll } from "vitest";

export type NetworkProxy = {
  wsUrl: string;
  port: number;
  /** Milliseconds that every byte takes, each way. */
  setDelay(durationMs: number): void;
  /** Nothing passes any more, and nobody is told: a cable that was pulled. */
  goSilent(): void;
  /** What passes again is what comes from now on, and what was held back. */
  speakAgain(): void;
  /** Cuts every connection, wherever in a frame it is. */
  cut(): void;
  connections(): number;
};

type Line = { near: Socket; far: Socket };

export async function startProxy(targetPort: number): Promise<NetworkProxy> {
  const lines = new Set<Line>();
  let delayMs = 0;
  let isSilent = false;

  const passOn = (from: Socket, to: Socket) => {
    let last: Promise<void> = Promise.resolve();
    from.on("data", (bytes) => {
      const at = performance.now() + delayMs;
      // One after the other, whatever the delay was when each came.
      last = last.then(async () => {
        const left = at - performance.now();
        if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
        if (!to.destroyed && !to.write(bytes)) {
          from.pause();
          to.once("drain", () => {
            if (!isSilent) from.resume();
          });
        }
      });
    });
    from.on("end", () => void last.then(() => to.end()));
    from.on("close", () => void last.then(() => to.destroy()));
    from.on("error", () => to.destroy());
  };

  const server = createServer((near) => {
    const far = connect(targetPort, "127.0.0.1");
    const line = { near, far };
    lines.add(line);
    near.once("close", () => lines.delete(line));
    passOn(near, far);
    passOn(far, near);
    if (isSilent) for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;

  const everySocket = () => [...lines].flatMap(({ near, far }) => [near, far]);
  const proxy = {
    wsUrl: `ws://127.0.0.1:${port}`,
    port,
    setDelay(durationMs: number) {
      delayMs = durationMs;
    },
    goSilent() {
      isSilent = true;
      for (const socket of everySocket()) socket.pause();
    },
    speakAgain() {
      isSilent = false;
      for (const socket of everySocket()) socket.resume();
    },
    cut() {
      for (const socket of everySocket()) socket.destroy();
    },
    connections: () => lines.size,
  };
  afterAll(() => {
    proxy.cut();
    server.close();
  });
  return proxy;
}

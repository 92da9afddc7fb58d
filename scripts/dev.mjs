// npm run dev: the address of npm start, with reload. Vite serves the client and hands /api and /sync on to the
// server, which is built again at every change and restarted once the build stands.
import "./lib/requireNode.mjs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { installWhatIsMissing } from "./lib/install.mjs";
import { root } from "./lib/root.mjs";

if (!(await installWhatIsMissing())) process.exit(1);
const { build, createServer } = await import("vite");

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "127.0.0.1";
const serverPort = port + 1;

const client = await createServer({
  server: {
    port,
    host,
    strictPort: true,
    proxy: {
      // With the slash: apiClient.ts is the client's.
      "/api/": `http://127.0.0.1:${serverPort}`,
      "/sync/": { target: `ws://127.0.0.1:${serverPort}`, ws: true },
    },
  },
});
await client.listen();
const address = process.env.PUBLIC_URL ?? `http://${host}:${port}`;

/** @type {import("node:child_process").ChildProcess | undefined} */
let server;

async function stopServer() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGTERM");
  await once(server, "exit");
}

async function restartServer() {
  await stopServer();
  server = spawn(process.execPath, ["--enable-source-maps", "dist/dev/main.js"], {
    cwd: root,
    // The address that it would print is not the one to open.
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(serverPort), PUBLIC_URL: address },
  });
}

const watcher = await build({ build: { ssr: true, outDir: "dist/dev", watch: {} }, logLevel: "warn" });
if (!("close" in watcher)) throw new Error("Vite built once instead of watching");
// One restart after the other, never two servers on one port.
let restarted = Promise.resolve();
watcher.on("event", (event) => {
  if (event.code === "END") restarted = restarted.then(restartServer);
  if (event.code === "ERROR") console.error(event.error.message);
});

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await Promise.all([stopServer(), watcher.close(), client.close()]);
  process.exit(0);
};
process.on("SIGINT", stop).on("SIGTERM", stop);

console.log(`Canevas reloads at ${address}`);

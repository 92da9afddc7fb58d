// Puts the server together, starts it and stops it. The only file that says which storage it is.
import { createServer } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { createAccess } from "#server/access/access.ts";
import { createRates } from "#server/access/rates.ts";
import { createApp } from "#server/http/app.ts";
import { createMetrics } from "#server/metrics/metrics.ts";
import { watchProcess } from "#server/metrics/process.ts";
import { prometheusText } from "#server/metrics/prometheus.ts";
import { giveUp, reasonOf } from "#server/operations/giveUp.ts";
import { migrate } from "#server/storage/migrations.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import { type DataLock, lockData } from "#server/storage/sqliteLock.ts";
import type { Storage } from "#server/storage/tables.ts";
import { createRooms } from "#server/sync/rooms.ts";
import { createUpgrade } from "#server/sync/upgrade.ts";
import { version } from "../package.json";
import { readEnvironment } from "./environment.ts";
import { createLog } from "./log.ts";

// The contract gives a stop 5 s.
const stopWithinMs = 4_500;
const lastRequestsMs = 1_500;
const warmUpAfterMs = 2_000;
// A new server that is started while the one before it is stopping waits for it.
const predecessorMs = 5_500;

async function openData(dataDir: string): Promise<{ storage: Storage; lock: DataLock }> {
  const directory = resolve(dataDir);
  try {
    const lock = await lockData(directory, predecessorMs);
    if (lock === undefined) giveUp(`Un autre serveur utilise déjà les données de ${directory} (DATA_DIR).`);
    const storage = await openSqlite(directory);
    await migrate(storage, Date.now());
    return { storage, lock };
  } catch (error) {
    return giveUp(`Impossible d'ouvrir les données dans ${directory} (DATA_DIR) : ${reasonOf(error)}.`);
  }
}

const read = readEnvironment(process.env);
if (!read.ok) giveUp(read.sentence);
const { host, port, dataDir, publicUrl, createToken, logLevel, areRatesLimited } = read.environment;

const log = createLog(logLevel);
const now = () => Date.now();

const { storage, lock } = await openData(dataDir);
const rates = createRates(areRatesLimited);
const access = createAccess(storage, rates, now);
const metrics = createMetrics();
// Beside this file, once both are built.
const workerFile = new URL("./boardWorker.js", import.meta.url);
const rooms = createRooms({ storage, log, metrics, workerFile, now });
const upgrade = createUpgrade({ access, rooms, publicUrl, areRatesLimited, log, now, metrics });
const processFigures = watchProcess();
const metricsText = () => prometheusText(metrics, rooms.census(), processFigures());
const parts = { storage, access, rooms, rates, publicUrl, createToken, version, metricsText, now };
const app = createApp(parts, fileURLToPath(new URL("../client", import.meta.url)), log);

const server = createServer(
  { requestTimeout: 60_000, headersTimeout: 10_000 },
  getRequestListener(app.fetch, { overrideGlobalObjects: false }),
);
server.on("upgrade", upgrade.handle);

/** As it stands in an address: IPv6 in brackets, and "every interface" as one that can be opened. */
function hostInAddress(): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

server.on("error", (error: NodeJS.ErrnoException) => {
  if (server.listening) {
    log.error({ err: error }, "server error");
    return;
  }
  if (error.code === "EADDRINUSE") {
    giveUp(`Le port ${port} de ${host} est déjà pris : choisissez-en un autre avec PORT.`);
  }
  giveUp(`Impossible d'écouter sur ${host}, port ${port} (HOST, PORT) : ${error.message}.`);
});

server.listen(port, host, () => {
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  const isPublic = publicUrl === undefined ? "" : ` (adresse publique : ${publicUrl})`;
  log.info({ version, host, port: actualPort }, "started");
  process.stdout.write(`Canevas est prêt : http://${hostInAddress()}:${actualPort}${isPublic}\n`);
  // Whoever waited for the server comes first.
  setTimeout(() => rooms.warmUp(), warmUpAfterMs).unref();
});

let isStopping = false;

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log.info({ signal }, "stopping");
  setTimeout(() => {
    log.fatal("could not stop in time");
    process.exit(1);
  }, stopWithinMs).unref();
  const requestsDone = new Promise((done) => server.close(done));
  await upgrade.close();
  await Promise.race([requestsDone, new Promise((late) => setTimeout(late, lastRequestsMs))]);
  server.closeAllConnections();
  await rooms.stop();
  await storage.destroy();
  lock.release();
  log.info("stopped");
  process.exit(0);
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);

function crash(error: unknown): void {
  log.fatal({ err: error }, "a bug: the process ends, what was told to anyone is committed");
  process.exit(1);
}

process.on("uncaughtException", crash);
process.on("unhandledRejection", crash);

import { existsSync } from "node:fs";
import { Hono } from "hono";
import type { Logger } from "pino";
import { boardRoutes } from "./boards.ts";
import { commandRoutes } from "./commands.ts";
import { pageHeaders } from "./headers.ts";
import { descriptionRoutes, healthRoutes } from "./health.ts";
import { linkRoutes } from "./links.ts";
import { metricsRoutes } from "./metrics.ts";
import { pageRoutes } from "./pages.ts";
import { participantRoutes } from "./participants.ts";
import { problemResponse } from "./problems.ts";
import { recordRoutes } from "./record.ts";
import type { HttpEnv, Parts } from "./requests.ts";

/** A path that is there, asked with a method that is not: 405 with those that are. */
function refuseOtherMethods(api: Hono<HttpEnv>): void {
  const known = api.routes.filter(({ method }) => method !== "ALL");
  for (const path of new Set(known.map((route) => route.path))) {
    const methods = known.filter((route) => route.path === path).map(({ method }) => method);
    if (methods.includes("GET")) methods.push("HEAD");
    api.all(path, (c) => {
      c.header("allow", methods.join(", "));
      return problemResponse(c, "methodNotAllowed");
    });
  }
}

function createApi(parts: Parts): Hono<HttpEnv> {
  const api = new Hono<HttpEnv>();
  // Rights change and boards change: what is read here is read now.
  api.use("/api/*", async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  api
    .route("/", healthRoutes(parts))
    .route("/", metricsRoutes(parts))
    .route("/", descriptionRoutes(parts))
    .route("/", boardRoutes(parts))
    .route("/", participantRoutes(parts))
    .route("/", recordRoutes(parts))
    .route("/", linkRoutes(parts))
    .route("/", commandRoutes(parts));
  refuseOtherMethods(api);
  api.all("/api/*", (c) => problemResponse(c, "routeNotFound"));
  return api;
}

export function createApp(parts: Parts, clientDir: string, log: Logger): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.use(async (c, next) => {
    const startedAt = performance.now();
    await next();
    // The path has no secret in it: tokens come in headers and fragments only.
    const durationMs = Math.round(performance.now() - startedAt);
    log.debug({ method: c.req.method, path: c.req.path, status: c.res.status, durationMs }, "request");
  });
  app.use(pageHeaders(parts.publicUrl));
  app.route("/", createApi(parts));
  if (existsSync(clientDir)) app.route("/", pageRoutes(clientDir));
  else log.warn({ clientDir }, "the client is not built: only the interface is served");
  app.onError((error, c) => {
    // They hung up before they had said everything: nobody is there to be answered.
    if (c.env.incoming.destroyed && !c.env.incoming.complete) return problemResponse(c, "brokenJson");
    log.error({ method: c.req.method, path: c.req.path, err: error }, "a request could not be handled");
    return problemResponse(c, "internalError");
  });
  return app;
}

import { Hono } from "hono";
import { prometheusContentType } from "#server/metrics/prometheus.ts";
import type { HttpEnv, Parts } from "./requests.ts";

/** For the operator's monitoring. Nothing in it names a board or a person; a proxy may keep it from the public. */
export function metricsRoutes({ metricsText }: Parts) {
  return new Hono<HttpEnv>().get("/metrics", (c) =>
    c.body(metricsText(), 200, { "content-type": prometheusContentType, "cache-control": "no-store" }),
  );
}

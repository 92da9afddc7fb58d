// The built client: its page at the addresses that people have, its files with a hash in their name for good.
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type MiddlewareHandler } from "hono";
import type { HttpEnv } from "./requests.ts";

function keepFor(cacheControl: string): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    await next();
    if (c.res.ok) c.header("cache-control", cacheControl);
  };
}

export function pageRoutes(clientDir: string) {
  const page = serveStatic<HttpEnv>({ root: clientDir, path: "index.html" });
  const file = serveStatic<HttpEnv>({ root: clientDir });
  return new Hono<HttpEnv>()
    .get("/", keepFor("no-cache"), page)
    .get("/b/*", keepFor("no-cache"), page)
    .get("/assets/*", keepFor("public, max-age=31536000, immutable"), file)
    .get("/*", keepFor("no-cache"), file);
}

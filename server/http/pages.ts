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
  // The build leaves a compressed copy beside each file that is worth it.
  const page = serveStatic<HttpEnv>({ root: clientDir, path: "index.html", precompressed: true });
  const file = serveStatic<HttpEnv>({ root: clientDir, precompressed: true });
  return new Hono<HttpEnv>()
    .get("/", keepFor("no-cache"), page)
    .get("/b/*", keepFor("no-cache"), page)
    .get("/assets/*", keepFor("public, max-age=31536000, immutable"), file)
    .get("/*", keepFor("no-cache"), file)
    .get("/*", lostPerson, page);
}

/** A person at an address that does not exist gets the page, which says so in words; a program gets the plain 404. */
const lostPerson: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (!c.req.header("accept")?.includes("text/html")) return c.notFound();
  await next();
  c.res = new Response(c.res.body, { status: 404, headers: c.res.headers });
};

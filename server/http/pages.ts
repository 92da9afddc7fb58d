// The built client: its page at the addresses that people have, its files with a hash in their name for good.
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { HttpEnv } from "./requests.ts";

export function pageRoutes(clientDir: string) {
  const page = serveStatic<HttpEnv>({
    root: clientDir,
    path: "index.html",
    onFound: (_path, c) => {
      c.header("cache-control", "no-cache");
    },
  });
  return new Hono<HttpEnv>()
    .get("/", page)
    .get("/b/*", page)
    .get(
      "/assets/*",
      serveStatic<HttpEnv>({
        root: clientDir,
        onFound: (_path, c) => {
          c.header("cache-control", "public, max-age=31536000, immutable");
        },
      }),
    )
    .get("/*", serveStatic<HttpEnv>({ root: clientDir }));
}

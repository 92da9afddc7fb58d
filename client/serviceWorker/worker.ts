// Lets the page open again without the network. What people wrote is not here: the board keeps its own copy
// (client/board/replica.ts). Nothing of /api or /sync ever passes through.

/** Filled in by the build: the files with a hash in their name that the page is made of. */
declare const __SHELL__: { version: string; files: readonly string[] };

// The compiler knows pages, not workers: this is the part of a worker's world that is used below.
type LifeEvent = Event & { waitUntil: (work: Promise<unknown>) => void };
type FetchEvent = Event & { request: Request; respondWith: (answer: Promise<Response>) => void };
declare const self: {
  location: Location;
  skipWaiting: () => Promise<void>;
  addEventListener: {
    (type: "install" | "activate", listener: (event: LifeEvent) => void): void;
    (type: "fetch", listener: (event: FetchEvent) => void): void;
  };
};

const shell = __SHELL__;
const cacheName = `canevas-${shell.version}`;
// A tab that was open before an update still asks for the files of its own version.
const versionsKept = 2;
// A network that is there and does not answer must not keep the page shut.
const patienceMs = 4_000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll([new Request("/", { cache: "reload" }), ...shell.files]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldVersions());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && isPage(pathname)) event.respondWith(newestPage(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(keptFile(request));
});

function isPage(pathname: string): boolean {
  return pathname === "/" || pathname.startsWith("/b/");
}

/** The same page stands at every address; the server's is newer than the kept one. */
async function newestPage(request: Request): Promise<Response> {
  const kept = caches.match("/", { cacheName });
  const fresh = fetch(request).then(
    (answer) => (answer.status < 500 ? answer : undefined),
    () => undefined,
  );
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  return (await Promise.race([fresh, late])) ?? (await kept) ?? (await fresh) ?? Response.error();
}

/** A file with a hash in its name never changes. */
async function keptFile(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(cacheName)).put(request, answer.clone());
  return answer;
}

async function forgetOldVersions(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith("canevas-"));
  // In the order they were made.
  const old = names.slice(0, Math.max(0, names.length - versionsKept)).filter((name) => name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// Makes this file a module, with a `self` of its own.
export {};

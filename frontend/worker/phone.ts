/**
 * Shows the pages that are kept on this phone (islands/phone.ts) when there is no network, and nothing else. It keeps
 * nothing itself and leaves every other request alone.
 */
declare const self: ServiceWorkerGlobalScope;

const PATIENCE = 4_000; // in a hall with a bad line the copy comes first
const OUT_OF_ORDER = new Set([502, 503, 504]); // what stands before the server says that it does not answer
const tail = (path: string): string => path.replace(/^\/[a-z]{2}(?=\/)/, "");

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const later = (): Promise<never> => new Promise((_, no) => setTimeout(() => no(new Error("no answer")), PATIENCE));

async function page(request: Request): Promise<Response> {
  const copy = await caches.match(`/~kept${tail(new URL(request.url).pathname)}`);
  const answer = fetch(request);
  answer.catch(() => undefined);
  try {
    if (!copy) return await answer;
    const found = await Promise.race([answer, later()]);
    return OUT_OF_ORDER.has(found.status) ? copy : found;
  } catch {
    return copy ?? await caches.match("/~kept/home") ?? Response.error();
  }
}

async function file(request: Request): Promise<Response> {
  return fetch(request).catch(async () => await caches.match(request, { ignoreVary: true }) ?? Response.error());
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith("/static/")) event.respondWith(file(request));
});

export {};

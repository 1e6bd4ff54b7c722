/**
 * Keeps the pages that work without network on this phone: those that the server names (`data-phone`), and only when
 * the page itself says that it may be kept (`data-keep`). They are fetched quietly, seldom, for one person, and all of
 * them go at sign-out and when somebody else signs in (storage.ts). The worker only shows them.
 */
import { isShared, person, read, write } from "./storage";
import { tail, waiting } from "./waiting";

interface Kept { address: string; words: string; note: string; stamp: string; home: boolean; }
type Index = Record<string, Kept>;

const EVERY = 10 * 60_000;
const WORKER = "/phone.js";
const HEADERS = ["Content-Type", "Content-Security-Policy", "Referrer-Policy", "Cache-Control"];
const root = document.documentElement;
const cacheOf = (what: "pages" | "files"): Promise<Cache> => caches.open(`samskaper-${what}@${person()}`);
const places = { index: "/~kept/index", home: "/~kept/home", page: (address: string): string => `/~kept${tail(address)}` };

async function indexOf(cache: Cache): Promise<Index> {
  return (await (await cache.match(places.index))?.json().catch(() => null) as Index | null) ?? {};
}

/** Fetch a page and keep it, marked as a copy, if it says that it may be kept. */
async function keepPage(cache: Cache, page: Kept): Promise<void> {
  const answer = await fetch(page.address, { credentials: "same-origin", headers: { "Samskaper-For": person() } });
  const text = answer.ok && !answer.redirected ? await answer.text() : "";
  const opening = /^[^>]*<html [^>]*>/.exec(text.replace(/^<!doctype html>/i, ""))?.[0] ?? "";
  if (!/ data-keep[ >]/.test(opening)) return void (await cache.delete(places.page(page.address)));
  const headers = Object.fromEntries(HEADERS.map((name) => [name, answer.headers.get(name) ?? ""]));
  const copy = (): Response => new Response(text.replace("<html ", "<html data-copy "), { headers });
  await cache.put(places.page(page.address), copy());
  if (page.home) await cache.put(places.home, copy());
}

/** Keep the files that the kept pages name, and those that this page has fetched; old ones go. */
async function keepFiles(pages: Cache): Promise<void> {
  const texts = await Promise.all((await pages.matchAll()).map((one) => one.text()));
  const named = texts.flatMap((text) => [...text.matchAll(/(?:href|src)="(\/static\/[^"#?]+)/g)].map((found) => found[1]!));
  const fetched = performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname).filter((path) => /^\/static\/ui\/.*\.woff2$/.test(path));
  const wanted = new Set([...named, ...fetched]);
  const files = await cacheOf("files");
  const there = new Set((await files.keys()).map((request) => new URL(request.url).pathname));
  await Promise.all([...wanted].filter((path) => !there.has(path)).map((path) => files.add(path).catch(() => undefined)));
  await Promise.all([...there].filter((path) => !wanted.has(path)).map((path) => files.delete(path)));
}

async function keepAll(href: string): Promise<void> {
  const answer = await fetch(href, { credentials: "same-origin", redirect: "manual", headers: { "Samskaper-For": person() } });
  if (!answer.ok) return;
  const { person: whose, pages } = await answer.json() as { person: number; pages: Kept[] };
  if (String(whose) !== person()) return;
  const cache = await cacheOf("pages");
  const before = await indexOf(cache);
  const after: Index = Object.fromEntries(pages.map((page) => [places.page(page.address), page]));
  for (const [place, page] of Object.entries(after)) {
    const known = before[place];
    if (known?.stamp !== page.stamp || known.address !== page.address) await keepPage(cache, page);
  }
  const stays = new Set([...Object.keys(after), places.index, places.home]);
  for (const request of await cache.keys()) if (!stays.has(new URL(request.url).pathname)) await cache.delete(request);
  await cache.put(places.index, new Response(JSON.stringify(after), { headers: { "Content-Type": "application/json" } }));
  await keepFiles(cache);
  await navigator.serviceWorker.register(WORKER, { scope: "/" });
}

/** On a copy that stands in for a page that is not here, say so; and list the pages that are. */
async function showCopies(): Promise<void> {
  const rows = document.querySelector<HTMLElement>("[data-phone-rows]");
  const row = document.querySelector<HTMLTemplateElement>("template[data-phone-row=page]");
  if (!rows || !row || !("copy" in root.dataset)) return;
  const form = document.querySelector<HTMLFormElement>("form[data-waits-name]");
  const elsewhere = document.querySelector<HTMLElement>("[data-phone-elsewhere]");
  if (form && elsewhere) elsewhere.hidden = tail(new URL(form.action).pathname) === tail(location.pathname);
  const unsent = new Set(waiting().map((one) => tail(one.action)));
  const pages = Object.values(await indexOf(await cacheOf("pages")));
  for (const page of pages.filter((each) => !each.home && !unsent.has(tail(each.address)))) {
    const made = row.content.firstElementChild!.cloneNode(true) as HTMLElement;
    const link = made.querySelector<HTMLAnchorElement>("[data-go]")!;
    [link.href, link.textContent] = [page.address, page.words];
    made.querySelector("[data-note]")!.textContent = page.note;
    rows.append(made);
  }
  rows.closest<HTMLElement>("[data-phone-list]")!.hidden = rows.children.length === 0;
}

export function startPhone(): void {
  const href = root.dataset["phone"];
  if (!href || isShared() || person() === "" || !("caches" in window) || !("serviceWorker" in navigator)) return;
  void showCopies().catch(() => undefined);
  const last = `samskaper:kept@${person()}`;
  const known = read(last) as { at: number; href: string } | null;
  const fresh = known !== null && known.href === href && Date.now() - known.at < EVERY;
  if (!navigator.onLine || "copy" in root.dataset || fresh && !("phoneNow" in root.dataset)) return;
  const begin = (): void => void keepAll(href).then(() => write(last, { at: Date.now(), href })).catch(() => undefined);
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin, { once: true });
}

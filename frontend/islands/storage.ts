/** What this browser keeps for the person who is signed in, and how all of it goes at once. */
export const DRAFTS = "samskaper:draft:";
export const WAITING = "samskaper:waiting:";
const TEXTS = "samskaper:";
const CACHES = "samskaper-";

const root = document.documentElement;

/** The person whose page this is, "" for a guest. */
export const person = (): string => root.dataset["person"] ?? "";

/** Whether nothing may be kept here. */
export const isShared = (): boolean => "sharedMachine" in root.dataset;

export function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null; // the browser keeps nothing; forms work all the same
  }
}

export function keysOf(prefix: string): string[] {
  const store = storage();
  return store ? Object.keys(store).filter((key) => key.startsWith(prefix)) : [];
}

export function read(key: string): unknown {
  try {
    return JSON.parse(storage()?.getItem(key) ?? "null") as unknown;
  } catch {
    return null;
  }
}

export function write(key: string, value: unknown): boolean {
  const store = storage();
  try {
    store?.setItem(key, JSON.stringify(value));
    return store !== null;
  } catch {
    return false; // full: nothing is promised
  }
}

export function wipe(keys: string[]): void {
  for (const key of keys) storage()?.removeItem(key);
}

/** Everything of ours goes: texts, pages, files, and the script that shows them. */
export function wipeEverything(): void {
  wipe(keysOf(TEXTS));
  try {
    sessionStorage.clear();
  } catch {
    // nothing is kept there either
  }
  void wipePages().catch(() => undefined);
  void navigator.serviceWorker?.getRegistrations().then((every) => every.forEach((one) => void one.unregister())).catch(() => undefined);
}

/** Pages and files go; of those whose name ends as `but` says, none. */
export async function wipePages(but?: string): Promise<void> {
  if (!("caches" in window)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES) && (but === undefined || !name.endsWith(but)));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Where somebody else is signed in now, nothing of whoever was before her stays. */
export function wipeOthers(): void {
  if (person() === "") return;
  const mine = (key: string): boolean => [DRAFTS, WAITING].some((prefix) => key.startsWith(`${prefix}${person()}:`)) || key.endsWith(`@${person()}`);
  wipe(keysOf(TEXTS).filter((key) => !mine(key)));
  void wipePages(`@${person()}`).catch(() => undefined);
}

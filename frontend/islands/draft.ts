/**
 * Keeps half-written text on this device until it has arrived.
 *
 * A form marked `data-draft="name"` is kept while it is being written, bound to the person in `data-person` on <html>
 * and to the address that the form is sent to (whatever the language), so that two records never share a text.
 * It comes back after a lost connection, a closed lid or an expired session, with a visible note. It goes when the form
 * has arrived, when it is thrown away, at sign-out (`data-wipe-drafts`), when somebody else signs in, after 30 days, and
 * nothing at all is kept while <html> carries `data-shared-machine`.
 */
import { DRAFTS, isShared, keysOf, person, read as readAny, wipe, wipeEverything, wipeOthers, write } from "./storage";

const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
const PAUSE = 400;

export type Values = Record<string, string[]>;
interface Draft { at: number; path: string; sent: boolean; values: Values; }

const root = document.documentElement;

function keyOf(form: HTMLFormElement): string {
  const address = new URL(form.getAttribute("action") || location.href, location.href).pathname.replace(/^\/[a-z]{2}(?=\/)/, "");
  return `${DRAFTS}${person()}:${address}:${form.dataset["draft"] ?? ""}`;
}

function read(key: string): Draft | null {
  const draft = readAny(key) as Draft | null;
  return draft && typeof draft.at === "number" && draft.values ? draft : null;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const NEVER = new Set(["hidden", "password", "file", "submit", "button", "reset", "image"]);

function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((element): element is Control =>
    (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)
    && element.name !== "" && !NEVER.has(element.type) && !("noDraft" in element.dataset));
}

const isTick = (control: Control): control is HTMLInputElement => control.type === "checkbox" || control.type === "radio";

export function valuesOf(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const control of controls(form)) {
    const list = (values[control.name] ??= []);
    if (isTick(control)) {
      if (control.checked) list.push(control.value);
    } else if (control instanceof HTMLSelectElement) {
      for (const option of control.selectedOptions) list.push(option.value);
    } else {
      list.push(control.value);
    }
  }
  return values;
}

export function fill(form: HTMLFormElement, values: Values): void {
  const seen: Record<string, number> = {};
  for (const control of controls(form)) {
    const list = values[control.name];
    if (!list) continue;
    if (isTick(control)) control.checked = list.includes(control.value);
    else if (control instanceof HTMLSelectElement) for (const option of control.options) option.selected = list.includes(option.value);
    else {
      const place = seen[control.name] ?? 0;
      seen[control.name] = place + 1;
      control.value = list[place] ?? control.value;
    }
  }
}

const same = (a: Values, b: Values): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Two lines beside the form: what was brought back, and when it was last kept. */
function tell(form: HTMLFormElement, part: "restored" | "kept" | "offline", at?: number): void {
  const note = form.querySelector<HTMLElement>(`[data-draft-${part}]`);
  if (!note) return;
  if (part !== "restored") form.querySelectorAll<HTMLElement>("[data-draft-kept],[data-draft-offline]").forEach((other) => (other.hidden = other !== note));
  const clock = note.querySelector<HTMLTimeElement>("time");
  if (clock && at) {
    clock.dateTime = new Date(at).toISOString();
    const said = new Date(at).toLocaleTimeString(root.lang || undefined, { hour: "2-digit", minute: "2-digit" });
    clock.textContent = root.lang === "en" ? said : said.replace(":", ".");
  }
  note.hidden = false;
}

function silence(form: HTMLFormElement): void {
  form.querySelectorAll<HTMLElement>("[data-draft-restored],[data-draft-kept],[data-draft-offline]").forEach((note) => (note.hidden = true));
}

/** A draft that was sent has arrived when the page that followed it came straight from its form and refused nothing. */
function settleSent(): void {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const from = document.referrer && new URL(document.referrer).origin === location.origin ? new URL(document.referrer).pathname : "";
  const refused = "refused" in root.dataset || document.querySelector("[data-error-summary]") !== null;
  for (const key of keysOf(DRAFTS)) {
    const draft = read(key);
    if (!draft || Date.now() - draft.at > KEPT_FOR) {
      wipe([key]);
    } else if (draft.sent) {
      const mine = person() !== "" && key.startsWith(`${DRAFTS}${person()}:`);
      if (mine && !refused && navigation?.type === "navigate" && from === draft.path) wipe([key]);
      else write(key, { ...draft, sent: false });
    }
  }
}

function keep(form: HTMLFormElement): void {
  const key = keyOf(form);
  const initial = valuesOf(form);
  const kept = read(key);
  const answered = form.querySelector("[aria-invalid=true],[data-error-summary]") !== null; // the server holds the newest text
  if (kept && !answered && !same(kept.values, initial)) {
    fill(form, kept.values);
    tell(form, "restored", kept.at);
  }
  let timer = 0;
  const save = (sent = false): void => {
    window.clearTimeout(timer);
    timer = 0;
    const values = valuesOf(form);
    if (same(values, initial) && !sent) return;
    const at = Date.now();
    if (write(key, { at, path: location.pathname, sent, values }) && !sent) tell(form, navigator.onLine ? "kept" : "offline", at);
  };
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", () => save(true));
  form.addEventListener("htmx:afterRequest", (event) => {
    if ((event as CustomEvent<{ successful: boolean }>).detail.successful) wipe([key]);
  });
  window.addEventListener("pagehide", () => timer && save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && timer && save());
  form.querySelector("[data-draft-drop]")?.addEventListener("click", () => {
    wipe([key]);
    window.clearTimeout(timer);
    fill(form, initial);
    silence(form);
  });
}

/** The form's text is kept elsewhere now, or has arrived. */
export function forgetDraft(form: HTMLFormElement): void {
  wipe([keyOf(form)]);
  silence(form);
}

export function startDrafts(): void {
  const wiper = document.querySelector("[data-wipe-drafts]:not(form)");
  if (isShared() || wiper || "wipeDrafts" in root.dataset) wipeEverything();
  document.addEventListener("submit", (event) => {
    if (event.target instanceof HTMLFormElement && "wipeDrafts" in event.target.dataset) wipeEverything();
  });
  if (isShared()) return;
  wipeOthers();
  settleSent();
  if (person() === "") return; // nobody to bind it to: keep nothing
  document.querySelectorAll<HTMLFormElement>("form[data-draft]").forEach(keep);
}

/**
 * Forms that work without network. What is sent is kept first and sent then, always in this order, so that a bad line,
 * a closed phone or an expired session cost nothing. Without this script they are forms like all others.
 */
import { forgetDraft } from "./draft";
import { hush, sentence, tell, time } from "./notes";
import { look, lookedAt, send, sendAll, type Outcome } from "./sending";
import { isShared, keysOf, person, storage, WAITING } from "./storage";
import { find, forget, holds, isOf, keep, putBack, taken, waiting, waitingFor, wordsOf, type Waiting } from "./waiting";

const EVERY = 60_000;
const SLOW = 2_000; // then she is told that nothing is lost, and need not wait
const root = document.documentElement;
const touched = new WeakSet<HTMLFormElement>();
const forms = (): HTMLFormElement[] => [...document.querySelectorAll<HTMLFormElement>("form[data-waits]")];
const works = (): boolean => person() !== "" && !isShared() && storage() !== null && document.querySelector("[data-phone-told]") !== null;

/** The day when they met: today, or the day that was planned when it is past. A page that was kept does not know today. */
function setDay(form: HTMLFormElement): void {
  const field = form.elements.namedItem("held_on");
  const planned = form.dataset["planned"];
  if (!planned || !(field instanceof HTMLInputElement) || field.value !== field.defaultValue) return;
  const now = new Date();
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  field.value = field.defaultValue = planned !== "any" && planned < today ? planned : today;
}

/** Fill the forms of this page with what waits for them. Runs before drafts, which may be newer. */
export function fillWaiting(): void {
  forms().forEach(setDay);
  if (!works()) return;
  for (const form of forms()) {
    form.addEventListener("input", () => touched.add(form));
    newKey(form); // a copy has the same one each time
    const one = answeredIn(form) ?? waitingFor(form);
    holds(form, one);
    if (!one || form.dataset["answered"]) continue; // the server's answer has the text in its fields
    putBack(form, one);
    tell(one.refused ? "refused" : "waiting", one, { act: () => look(one) });
  }
}

/** Return the text that was sent to get this answer. */
function answeredIn(form: HTMLFormElement): Waiting | null {
  const one = form.dataset["answered"] ? find(lookedAt()) : null;
  return one && isOf(form, one) ? one : null;
}

/** Tell what became of a text; `focus` when the one who wrote it waits for the answer. */
function said(one: Waiting, outcome: Outcome, focus = false): void {
  if (outcome.went === "sent") tell("sent", one, { to: outcome.to });
  else if (outcome.went === "refused") tell("refused", one, { act: () => look(one) });
  else if (outcome.went === "out") tell("out", one, { to: signIn(), focus });
  else tell("waiting", one, { focus });
  list();
}

function signIn(): string {
  const link = document.querySelector<HTMLTemplateElement>("template[data-phone-note=out]")?.content.querySelector("a");
  return `${link?.getAttribute("href") ?? "/"}?next=${encodeURIComponent(location.pathname)}`;
}

/** Keep what the form holds, and send it. */
async function sendForm(form: HTMLFormElement, one: Waiting): Promise<void> {
  form.inert = true;
  const slow = window.setTimeout(() => tell("waiting", one), SLOW);
  const outcome: Outcome = navigator.onLine ? await send(one.key, "here") ?? { went: "offline" } : { went: "offline" };
  window.clearTimeout(slow);
  form.inert = false;
  touched.delete(form);
  if (outcome.went === "sent") return location.assign(outcome.to);
  if (outcome.went === "refused") return look(one);
  said(one, outcome, true);
  if (form.dataset["waitsName"]) empty(form);
  else newKey(form);
}

/** A form that is used again and again is ready for the next text. */
function empty(form: HTMLFormElement): void {
  form.reset();
  holds(form, null);
  setDay(form);
  newKey(form);
  list();
}

/** Other words are another sending. */
function newKey(form: HTMLFormElement): void {
  const field = form.elements.namedItem("once");
  if (field instanceof HTMLInputElement) field.value = [...crypto.getRandomValues(new Uint8Array(18))].map((byte) => byte.toString(36)).join("").padEnd(24, "0").slice(0, 40);
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !("waits" in form.dataset) || event.defaultPrevented) return;
  const one = taken(form);
  if (!keep(one)) return; // the browser is full: nothing is promised, and the form goes as all others do
  event.preventDefault();
  holds(form, one);
  forgetDraft(form);
  void sendForm(form, one);
}

/** Signing out deletes what has not been sent, so it asks first. */
function beforeLeaving(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !("wipeDrafts" in form.dataset) || waiting().length === 0) return;
  if (window.confirm(sentence("leave"))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function trySending(): void {
  if (!navigator.onLine || document.visibilityState === "hidden") return;
  const busy = (one: Waiting): boolean => forms().some((form) => touched.has(form) && waitingFor(form)?.key === one.key);
  void sendAll(busy, (one, outcome) => {
    const here = forms().some((form) => form.dataset["waitsKey"] === one.key);
    if (here && outcome.went === "sent") location.assign(outcome.to);
    else said(one, outcome);
  }).catch(() => undefined); // it is tried again
}

function showLine(): void {
  document.querySelectorAll<HTMLElement>("[data-phone-offline]").forEach((line) => (line.hidden = navigator.onLine));
}

/** What waits, on the page that has a list of it: to read, to change, to throw away. */
function list(): void {
  const rows = document.querySelector<HTMLElement>("[data-phone-rows]");
  const row = document.querySelector<HTMLTemplateElement>("template[data-phone-row=waiting]");
  if (!rows || !row) return;
  rows.querySelectorAll("[data-waiting]").forEach((old) => old.remove());
  const inForm = new Set(forms().map((form) => form.dataset["waitsKey"]));
  const made = waiting().filter((one) => !inForm.has(one.key)).map((one) => drawn(one, row));
  rows.prepend(...made);
  rows.closest<HTMLElement>("[data-phone-list]")!.hidden = rows.children.length === 0;
}

function drawn(one: Waiting, row: HTMLTemplateElement): HTMLElement {
  const made = row.content.firstElementChild!.cloneNode(true) as HTMLElement;
  made.dataset["waiting"] = "";
  made.querySelectorAll<HTMLElement>("[data-about]").forEach((about) => (about.textContent = one.about));
  time(made.querySelector("time")!, one.at);
  const words = made.querySelector<HTMLElement>("[data-words]")!;
  for (const text of wordsOf(one).flatMap((each) => each.split(/\r?\n/)).filter((line) => line.trim())) {
    words.append(Object.assign(document.createElement("p"), { textContent: text }));
  }
  made.querySelector("[data-change]")!.addEventListener("click", () => change(one));
  made.querySelector("[data-drop]")!.addEventListener("click", () => {
    if (!window.confirm(sentence("drop"))) return;
    forget(one.key);
    hush(one.key);
    list();
  });
  return made;
}

/** Take a text up again: in the form of this page, or on its own page. */
function change(one: Waiting): void {
  const form = forms().find((each) => each.dataset["waitsName"]);
  if (!form || !isOf(form, one)) return location.assign(one.action);
  holds(form, one);
  putBack(form, one);
  touched.add(form);
  list();
  form.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
}

/** Runs after drafts: takes over sending, and sends what waits whenever there is network. */
export function startOffline(): void {
  document.addEventListener("submit", beforeLeaving, true);
  const guests = document.querySelector<HTMLElement>("[data-phone-guest]");
  if (guests && person() === "") guests.hidden = keysOf(WAITING).length === 0;
  if (!works()) return;
  document.addEventListener("submit", onSubmit);
  document.querySelectorAll<HTMLElement>("[data-phone-says]").forEach((line) => (line.hidden = false));
  showLine();
  list();
  for (const event of ["online", "offline"]) window.addEventListener(event, showLine);
  window.addEventListener("online", trySending);
  document.addEventListener("visibilitychange", trySending);
  window.setInterval(() => waiting().length > 0 && trySending(), EVERY);
  const shown = new Set(forms().map((form) => waitingFor(form)?.key));
  if (!("refused" in root.dataset)) {
    for (const one of waiting()) if (one.refused && !shown.has(one.key)) tell("refused", one, { act: () => look(one) });
  }
  trySending();
}

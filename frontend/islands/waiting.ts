/**
 * Texts that wait on this phone until they have arrived: kept when a form marked `data-waits` is sent, gone when the
 * server has said that it is saved (201), and sent by themselves when there is network (sending.ts).
 *
 * A text is kept with the key of its form, so that sending it twice happens once, and with the versions that the form
 * was opened at, so that the server shows both texts when somebody saved in between.
 */
import { person, read, write, wipe, keysOf, WAITING } from "./storage";

export interface Waiting {
  key: string;
  at: number;
  about: string; // whom it is about, for the one who wrote it
  action: string;
  fields: [string, string][];
  refused: boolean;
}

/** The address whatever the language. */
export const tail = (path: string): string => path.replace(/^\/[a-z]{2}(?=\/)/, "");

const actionOf = (form: HTMLFormElement): string => new URL(form.getAttribute("action") || location.href, location.href).pathname;
const LEFT_OUT = new Set(["csrfmiddlewaretoken"]);

/** Every text of this person that waits, the oldest first. */
export function waiting(): Waiting[] {
  const found = keysOf(`${WAITING}${person()}:`).map((key) => read(key) as Waiting | null);
  return found.filter((one): one is Waiting => one !== null && Array.isArray(one.fields)).sort((a, b) => a.at - b.at);
}

export const find = (key: string): Waiting | null => waiting().find((one) => one.key === key) ?? null;
export const keep = (one: Waiting): boolean => write(one.key, one);
export const forget = (key: string): void => wipe([key]);

const own = (form: HTMLFormElement): string => `${WAITING}${person()}:${tail(actionOf(form))}`;

/** Say which text is in the form now; it is replaced when the form is sent. */
export function holds(form: HTMLFormElement, one: Waiting | null): void {
  [form.dataset["waitsKey"], form.dataset["waitsAt"]] = [one?.key ?? "", String(one?.at ?? "")];
}

/**
 * Return what the form holds, to be kept in the place of what was in it before. A form that is used again and again has a
 * place for each text; so has a page on which another window has written meanwhile.
 */
export function taken(form: HTMLFormElement): Waiting {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string" && !LEFT_OUT.has(field[0]));
  const value = (name: string): string => fields.find((field) => field[0] === name)?.[1] ?? "";
  const named = form.dataset["waitsName"];
  const held = form.dataset["waitsKey"] || own(form);
  const there = find(held);
  const free = there === null ? !named || held !== own(form) : String(there.at) === form.dataset["waitsAt"];
  const key = free ? held : `${own(form)}#${value("once")}`;
  return { key, at: Date.now(), about: (named && value(named)) || form.dataset["waits"] || "–", action: actionOf(form), fields, refused: false };
}

/** Return the text that waits for this page, or null: a form that is used again and again begins empty. */
export const waitingFor = (form: HTMLFormElement): Waiting | null => find(form.dataset["waitsKey"] || (form.dataset["waitsName"] ? "" : own(form)));

/** Return whether a text was written in this form. */
export const isOf = (form: HTMLFormElement, one: Waiting): boolean => tail(one.action) === tail(actionOf(form));

/** Put a kept text into its form again, with the versions that it was written for; keys of the new page stay. */
export function putBack(form: HTMLFormElement, one: Waiting): void {
  for (const [name, value] of one.fields) {
    const control = form.elements.namedItem(name);
    if (name === "once" || !(control instanceof HTMLElement) || !("value" in control)) continue;
    (control as HTMLInputElement).value = value;
  }
}

/** Return the words that somebody wrote, longest texts and short ones, without keys and versions. */
export function wordsOf(one: Waiting): string[] {
  return one.fields.filter(([name, value]) => value.trim() !== "" && !/^(once|owner|.*version|held_on)$/.test(name)).map((field) => field[1]);
}

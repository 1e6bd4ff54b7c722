/** Says in a calm line at the top of the page what became of a text that waits; the words are in ui/phone.html. */
import type { Waiting } from "./waiting";

export type Note = "waiting" | "sent" | "refused" | "out";

const template = (name: string): HTMLTemplateElement | null => document.querySelector(`template[data-phone-note="${name}"]`);

export const sentence = (name: "leave" | "drop"): string => template(name)?.content.textContent?.trim() ?? "";

/** Show a note about a text. `to` is where its link leads; `act` what its button does. The same note is shown once. */
export function tell(name: Note, one: Waiting, { to = "", act, focus = false }: { to?: string; act?: () => void; focus?: boolean } = {}): void {
  const place = document.querySelector<HTMLElement>("[data-phone-told]");
  const note = template(name)?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
  if (!place || !note) return;
  place.querySelectorAll<HTMLElement>("[data-key]").forEach((other) => other.dataset["key"] === one.key && other.remove());
  note.dataset["key"] = one.key;
  note.querySelectorAll<HTMLElement>("[data-about]").forEach((about) => (about.textContent = one.about));
  const link = note.querySelector<HTMLAnchorElement>("[data-go]");
  if (link && to) link.href = to;
  note.querySelector("[data-look]")?.addEventListener("click", () => act?.());
  place.append(note);
  if (focus) place.focus();
}

/** Take the notes about a text away. */
export function hush(key: string): void {
  document.querySelectorAll<HTMLElement>("[data-phone-told] [data-key]").forEach((note) => note.dataset["key"] === key && note.remove());
}

/** Write a moment as a time of day, in the language of the page. */
export function time(element: HTMLTimeElement, at: number): void {
  const language = document.documentElement.lang;
  const said = new Date(at).toLocaleTimeString(language || undefined, { hour: "2-digit", minute: "2-digit" });
  element.dateTime = new Date(at).toISOString();
  element.textContent = language === "en" ? said : said.replace(":", ".");
}

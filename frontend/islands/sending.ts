/** Sends what waits on this phone, one text at a time and never twice. */
import { find, forget, keep, waiting, type Waiting } from "./waiting";
import { person } from "./storage";

const PATIENCE = 15_000;
const AGAIN = new Set([408, 425, 429]); // later it works

export type Outcome = { went: "sent"; to: string } | { went: "offline" | "out" | "refused" };

const cookie = (name: string): string => document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";

/** The key that shows that the form comes from us, as it is now: signing in changes it. */
export const protection = (): string => cookie("csrftoken");

/** Send one text. `when` is "here" while its form is on screen, "later" when the one who wrote it is elsewhere. */
async function sendOne(one: Waiting, when: "here" | "later"): Promise<Outcome> {
  const stop = new AbortController();
  const timer = window.setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(one.action, {
      method: "POST", body: new URLSearchParams(one.fields), credentials: "same-origin", redirect: "manual", signal: stop.signal,
      headers: { "X-CSRFToken": protection(), "Samskaper-Kept": when, "Samskaper-For": person() },
    });
    if (answer.type === "opaqueredirect") return { went: "out" }; // to the sign-in
    if (answer.status === 201) return { went: "sent", to: answer.headers.get("Location") ?? one.action };
    return { went: answer.status >= 500 || AGAIN.has(answer.status) ? "offline" : "refused" };
  } catch {
    return { went: "offline" };
  } finally {
    window.clearTimeout(timer);
  }
}

/** Hold the text while it is used, so that two windows do not send it at once. Returns null when another holds it. */
async function holding<T>(key: string, work: () => Promise<T>): Promise<T | null> {
  if (!("locks" in navigator)) return work();
  return navigator.locks.request(key, { ifAvailable: true }, (lock) => (lock ? work() : Promise.resolve(null)));
}

/** Send a text and forget it when it has arrived. A text that was changed meanwhile stays. */
export async function send(key: string, when: "here" | "later"): Promise<Outcome | null> {
  return holding(key, async () => {
    const one = find(key);
    if (!one) return null;
    const outcome = await sendOne(one, when);
    const after = find(key);
    if (outcome.went === "sent" && after?.at === one.at) forget(key);
    if (outcome.went === "refused" && after?.at === one.at) keep({ ...one, refused: true });
    return outcome;
  });
}

/** Send everything that waits and was not refused, except what `busy` says is being written. */
export async function sendAll(busy: (one: Waiting) => boolean, tell: (one: Waiting, outcome: Outcome) => void): Promise<void> {
  for (const one of waiting()) {
    if (one.refused || busy(one)) continue;
    const outcome = await send(one.key, "later");
    if (outcome) tell(one, outcome);
    if (outcome?.went === "offline" || outcome?.went === "out") return;
  }
}

const LOOKED_AT = "samskaper:looked-at";

/** The text whose answer is on screen, "" when there is none. */
export const lookedAt = (): string => sessionStorage.getItem(LOOKED_AT) ?? "";

/** Send a refused text as a form of its own, so that the server shows what is in the way, with the text in its fields. */
export function look(one: Waiting): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = one.action;
  form.hidden = true;
  for (const [name, value] of [...one.fields, ["csrfmiddlewaretoken", protection()] as const]) {
    const field = document.createElement("textarea"); // keeps line breaks
    field.name = name;
    field.value = value;
    form.append(field);
  }
  sessionStorage.setItem(LOOKED_AT, one.key);
  document.body.append(form);
  form.submit();
}

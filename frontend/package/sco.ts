/** A method as a piece of a course: it notes how far somebody has read, and that she wants to try it. */
import { Course } from "./course";

const box = document.querySelector<HTMLElement>("[data-sco]");
const steps = [...document.querySelectorAll<HTMLElement>("[data-step]")];

function word(name: string, values: Record<string, string> = {}): string {
  return (box?.dataset[name] ?? "").replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** The heading of a step, as the reader sees it. */
function named(step: HTMLElement): string {
  return step.querySelector("strong, h2")?.textContent?.trim() ?? "";
}

function link(step: HTMLElement, words: string): HTMLAnchorElement {
  const to = document.createElement("a");
  to.href = `#${step.id}`;
  to.textContent = words;
  return to;
}

function tell(...said: (string | Node)[]): void {
  document.querySelector("[data-sco-said]")?.replaceChildren(...said);
}

function start(place: HTMLElement): void {
  const course = Course.open(window);
  const bookmark = course?.location ?? "";
  const before = steps.findIndex((_step, number) => `step-${number + 1}` === bookmark) + 1;
  const read = new Set<number>(steps.slice(0, before).keys());
  let furthest = before;
  steps.forEach((step, number) => {
    step.id ||= `step-${number + 1}`;
    step.tabIndex = -1;
  });
  course?.begin();
  place.hidden = false;

  const watch = new IntersectionObserver((seen) => {
    for (const entry of seen.filter((one) => one.isIntersecting)) {
      const number = steps.indexOf((entry.target as HTMLElement).closest<HTMLElement>("[data-step]") as HTMLElement);
      read.add(number);
      watch.unobserve(entry.target);
      if (number + 1 <= furthest) continue;
      furthest = number + 1;
      course?.reach(`step-${furthest}`);
    }
  });
  for (const step of steps) watch.observe(step.lastElementChild ?? step); // a step is read when its last line is in sight

  const last = steps[before - 1];
  const next = steps[before];
  if (course?.isDone) tell(word("again"));
  else if (last && next) tell(word("resumed", { step: named(last) }), " ", link(next, word("onward", { step: named(next) })));
  else if (!course) tell(word("outside"));

  place.querySelector("[data-sco-done]")?.addEventListener("click", () => {
    const left = steps.find((_step, number) => !read.has(number));
    if (left) tell(word("left"), " ", link(left, named(left)));
    else if (!course) tell(word("nowhere"));
    else if (course.onlyShows) tell(word("shows"));
    else if (course.complete()) tell(word("done"));
    else tell(word("trouble"));
  });
  addEventListener("pagehide", () => course?.leave());
  addEventListener("pageshow", (event) => {
    if (event.persisted && course) location.reload(); // the course was left; begin anew
  });
}

if (box) start(box);

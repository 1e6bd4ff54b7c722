/** Speaks with the course that opened the page: the run-time part of SCORM 1.2. Without a course there is none, and nothing is lost. */
export interface Api {
  LMSInitialize(nothing: ""): unknown;
  LMSFinish(nothing: ""): unknown;
  LMSGetValue(name: string): unknown;
  LMSSetValue(name: string, value: string): unknown;
  LMSCommit(nothing: ""): unknown;
}

const FARTHEST = 500; // windows; some courses put a page in a frame of a frame of a window that was opened
const said = (answer: unknown): boolean => String(answer) === "true";

/** The course's own object: in a window around this one, or in the one that opened it. Windows of other sites are passed by. */
export function findApi(from: Window): Api | null {
  let here: Window | null = from;
  for (let far = 0; here && far < FARTHEST; far += 1) {
    const found = apiOf(here);
    if (found) return found;
    here = here.parent && here.parent !== here ? here.parent : openerOf(here);
  }
  return null;
}

function apiOf(place: Window): Api | null {
  try {
    return (place as Window & { API?: Api }).API ?? null;
  } catch {
    return null; // another site's
  }
}

function openerOf(place: Window): Window | null {
  try {
    return place.opener && place.opener !== place ? (place.opener as Window) : null;
  } catch {
    return null;
  }
}

/** A length of time as SCORM 1.2 writes it: HHHH:MM:SS.SS. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  const two = (number: number): string => String(number).padStart(2, "0");
  const seconds = Math.floor(hundredths / 100);
  return `${String(Math.min(9999, Math.floor(seconds / 3600))).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

export class Course {
  private readonly began = Date.now();
  private over = false;

  private constructor(private readonly api: Api) {}

  /** Begin, or say that there is no course. */
  static open(from: Window): Course | null {
    const api = findApi(from);
    try {
      return api && said(api.LMSInitialize("")) ? new Course(api) : null;
    } catch {
      return null;
    }
  }

  get isDone(): boolean {
    return ["completed", "passed"].includes(this.read("cmi.core.lesson_status"));
  }

  /** Whether the course only shows the page: somebody looks it through, or reads it again. */
  get onlyShows(): boolean {
    return ["browse", "review"].includes(this.read("cmi.core.lesson_mode"));
  }

  get location(): string {
    return this.read("cmi.core.lesson_location");
  }

  begin(): void {
    if (!this.isDone && !this.onlyShows) this.keep({ "cmi.core.lesson_status": "incomplete" });
  }

  reach(location: string): void {
    if (!this.onlyShows) this.keep({ "cmi.core.lesson_location": location });
  }

  /** Say that it is done. Returns whether the course has written it down. */
  complete(): boolean {
    return this.keep({ "cmi.core.lesson_status": "completed" });
  }

  /** Say how long it took, and end; a course is left once. */
  leave(): void {
    if (this.over) return;
    this.keep({ "cmi.core.session_time": timespan(Date.now() - this.began), "cmi.core.exit": this.isDone ? "" : "suspend" });
    this.over = true;
    try {
      this.api.LMSFinish("");
    } catch {
      // the course is gone already
    }
  }

  private read(name: string): string {
    try {
      return String(this.api.LMSGetValue(name) ?? "");
    } catch {
      return "";
    }
  }

  private keep(values: Record<string, string>): boolean {
    if (this.over) return false;
    try {
      const taken = Object.entries(values).map(([name, value]) => said(this.api.LMSSetValue(name, value)));
      return said(this.api.LMSCommit("")) && taken.every(Boolean);
    } catch {
      return false;
    }
  }
}

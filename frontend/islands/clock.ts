/** Counts down the minutes that are left of a point of a meeting. The server says how many there were when the page came. */
function show(clock: HTMLElement, since: number): void {
  const left = Number(clock.dataset.clock) - Math.floor((Date.now() - since) / 60_000);
  const number = clock.querySelector("[data-clock-number]");
  const words = clock.querySelector("[data-clock-words]");
  if (!number || !words || Number.isNaN(left)) return;
  number.textContent = String(Math.abs(left));
  words.textContent = (left < 0 ? clock.dataset.over : clock.dataset.left) ?? "";
}

/** Starts every clock on the page; a phone that slept shows the right minutes as soon as it wakes. */
export function startClocks(): void {
  const since = Date.now();
  document.querySelectorAll<HTMLElement>("[data-clock]").forEach((clock) => {
    setInterval(() => show(clock, since), 5_000);
    document.addEventListener("visibilitychange", () => show(clock, since));
  });
}

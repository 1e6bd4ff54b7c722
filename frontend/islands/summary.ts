/** Moves focus to the summary of what must be put right: when the page opens, and when htmx brings one. */
function focusSummary(within: ParentNode): void {
  within.querySelector<HTMLElement>("[data-error-summary]")?.focus();
}

export function startSummary(): void {
  focusSummary(document);
  document.addEventListener("htmx:afterSettle", (event) => focusSummary(event.target as HTMLElement));
}

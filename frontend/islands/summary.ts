/** Moves focus to what was said: the summary of what must be put right, or the word that something is done. */
function focusSummary(within: ParentNode): boolean {
  const summary = within.querySelector<HTMLElement>("[data-error-summary]");
  summary?.focus();
  return summary !== null;
}

/** The word that it is done is read first; where the address names the row that was changed, it stands in that row. */
function focusTold(): void {
  const told = document.querySelector<HTMLElement>("[data-told]");
  if (!told) return;
  const row = document.getElementById(location.hash.slice(1));
  if (row?.hasAttribute("data-row")) {
    row.prepend(told);
    row.scrollIntoView();
  } else if (row?.matches("[tabindex]")) return;
  told.focus();
}

export function startSummary(): void {
  if (!focusSummary(document)) focusTold();
  document.addEventListener("htmx:afterSettle", (event) => focusSummary(event.target as HTMLElement));
}

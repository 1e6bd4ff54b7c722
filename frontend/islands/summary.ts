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
  if (!row) return told.focus();
  if (!row.hasAttribute("data-row")) return;
  row.prepend(told);
  // Going to the row takes the focus away when the page has come, at once or a moment later, so it is set after that.
  const settle = (): void => {
    if (document.activeElement !== document.body) return;
    row.scrollIntoView();
    told.focus({ preventScroll: true });
  };
  addEventListener("load", () => [0, 150].forEach((wait) => setTimeout(settle, wait)), { once: true });
}

/** A link of the summary goes to its field, to the first choice of a group, and leaves the address as it is: what is sent next begins afresh. */
function toField(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>("[data-error-summary] a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const choice = field.querySelector<HTMLElement>("input:checked") ?? field.querySelector<HTMLElement>("input");
  (field.matches("fieldset") && choice ? choice : field).focus();
}

export function startSummary(): void {
  document.addEventListener("click", toField);
  if (!focusSummary(document)) focusTold();
  document.addEventListener("htmx:afterSettle", (event) => focusSummary(event.target as HTMLElement));
}

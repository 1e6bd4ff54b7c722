/** A folder of methods on one's own machine: a field that shortens the list. No server, and nothing is kept. */
const field = document.querySelector<HTMLInputElement>("[data-filter]");
const told = document.querySelector<HTMLElement>("[data-filter-told]");
const rows = [...document.querySelectorAll<HTMLElement>("[data-words]")];

/** Letters as they are compared: small, without accents; æ, ø and å stay what they are. */
function plain(text: string): string {
  return text.toLocaleLowerCase().normalize("NFD").replace(/(?<!a)[\u0300-\u036f]|(?<=a)[\u0300-\u0309\u030b-\u036f]/g, "").normalize("NFC");
}

function shorten(words: string[]): number {
  let left = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => (row.dataset.words ?? "").includes(word));
    if (!row.hidden) left += 1;
  }
  for (const part of document.querySelectorAll<HTMLElement>("[data-part]")) {
    part.hidden = !part.querySelector("[data-words]:not([hidden])");
  }
  return left;
}

if (field && told) {
  for (const row of rows) row.dataset.words = plain(row.dataset.words ?? "");
  field.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
  field.addEventListener("input", () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const left = shorten(words);
    told.textContent = words.length === 0 ? "" : (left ? told.dataset.some ?? "" : told.dataset.none ?? "").replace("{n}", String(left));
  });
}

import htmx from "htmx.org";
import { startDrafts } from "./islands/draft";
import { startMenu } from "./islands/menu";
import { startSummary } from "./islands/summary";

declare global {
  interface Window { htmx: typeof htmx; }
}
window.htmx = htmx;

startMenu();
startSummary();
startDrafts();
document.documentElement.setAttribute("data-script", "");

import htmx from "htmx.org";
import { startClocks } from "./islands/clock";
import { startDrafts } from "./islands/draft";
import { startMenu } from "./islands/menu";
import { fillWaiting, startOffline } from "./islands/offline";
import { startPhone } from "./islands/phone";
import { startSummary } from "./islands/summary";

declare global {
  interface Window { htmx: typeof htmx; }
}
window.htmx = htmx;

startMenu();
startSummary();
fillWaiting();
startDrafts();
startOffline();
startPhone();
startClocks();
document.documentElement.setAttribute("data-script", "");

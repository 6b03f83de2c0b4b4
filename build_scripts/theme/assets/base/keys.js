// The keyboard on every page: search, the pages before and after, and the list of keys. Other modules add the keys of what they do.

const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog";

const press = selector => () => document.querySelector(selector)?.click();
const nothing = () => {}; // at these the theme turns the page, where others have other meanings for them

/** What each key does on this page. */
export const keys = {
  n: nothing, p: nothing, ".": nothing, ",": nothing,
  "]": press(".md-footer__link--next"), "[": press(".md-footer__link--prev"),
  "/": press(".dz-search-open"), s: press(".dz-search-open"), "?": help,
};

const sheet = document.querySelector(".dz-keys");

function help() {
  for (const row of sheet.querySelectorAll("[data-needs]")) row.hidden = !document.querySelector(row.dataset.needs);
  sheet.showModal();
}

for (const button of document.querySelectorAll(".dz-keys-open")) button.addEventListener("click", help);
sheet.addEventListener("click", event => event.target.matches(".dz-keys, .dz-keys-close") && sheet.close());
sheet.addEventListener("keydown", event => event.key === "Escape" || event.stopPropagation());
// What has just been closed keeps the focus until the next frame, though it is gone.
const writing = event => Boolean(event.target.closest?.(FIELDS)?.getClientRects().length);

addEventListener("keydown", event => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || writing(event)) return;
  if (!Object.hasOwn(keys, event.key) || document.querySelector("dialog:is([open], :popover-open)")) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // before the theme hears it
  keys[event.key]();
}, true);

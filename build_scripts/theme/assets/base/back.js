// Back closes what lies over the page before it leaves the page. What opens takes a step of the history; what is closed otherwise
// gives it back. A step that nothing lies on any more is passed over.

const SOON = 300; // ms; a tap that closes one thing may open another, which is to have its step first

let shut = null; // closes what lies over the page
let leaving = null; // the address of a link that was followed out of it

let giving = false; // whether a step that nothing lies on is being given back, which takes a moment

const over = () => Boolean(history.state?.over);
const passOver = () => {
  if (shut || !over()) return;
  giving = true;
  history.back();
};
const takeStep = () => {
  history.scrollRestoration = "manual"; // the page stays where it is
  history.pushState({over: true}, "");
};

/** Something has opened over the page, which `close` closes. */
export function opened(close) {
  if (!shut && !over()) takeStep();
  shut = close;
}

/** It has been closed, however that was done. */
export function closed() {
  shut = null;
  setTimeout(passOver, SOON);
}

addEventListener("popstate", () => {
  const given = giving;
  giving = false;
  if (over()) return passOver();
  history.scrollRestoration = "auto";
  if (given) return shut && takeStep(); // what has opened meanwhile stays
  const close = shut, to = leaving;
  shut = leaving = null;
  close?.();
  if (to) location.assign(to);
});
addEventListener("pageshow", passOver);

// The search and every dialog tell by themselves that they open; the drawer is a box that is ticked.
addEventListener("toggle", ({target: sheet, newState}) => {
  if (!sheet.matches?.("dialog")) return;
  if (newState === "open") opened(() => (sheet.open ? sheet.close() : sheet.hidePopover()));
  else closed();
}, true);
const drawer = document.getElementById("__drawer");
drawer.addEventListener("change", () => (drawer.checked ? opened(() => drawer.click()) : closed()));

// A link that is followed out of one of them first gives its step back.
addEventListener("click", event => {
  const link = event.target.closest?.("a[href]");
  if (!link?.closest("dialog, .dz-sheet, .md-sidebar--primary") || !over() || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  leaving = link.href;
  history.back();
});

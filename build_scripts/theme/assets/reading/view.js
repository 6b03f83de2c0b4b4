// Source, translation, both side by side, or both sentence by sentence. The choice stands on <html>, where a script in the head puts it before anything is drawn;
// the stylesheet hides the other side, from everybody. It is remembered, and the address says it.

const KEY = "dz-view", VIEWS = ["both", "source", "translation", "interleaved"];

/** Wire up the buttons; without a translation there is nothing to choose, and the view is always empty. */
export function startView(bar) {
  const root = document.documentElement, buttons = [...bar.querySelectorAll(".dz-view input")];
  if (!buttons.length) return {now: () => "", cycle() {}};
  const now = () => root.dataset.view || "both";

  const show = view => {
    if (view === "interleaved") cutIntoLines();
    root.dataset.view = view;
    for (const button of buttons) button.checked = button.value === view;
    for (const link of document.querySelectorAll(".dz-languages a")) link.search = view === "both" ? "" : `?view=${view}`;
  };
  const say = view => {
    const address = new URL(location);
    address.searchParams.set("view", view);
    history.replaceState(history.state, "", address);
  };
  const choose = view => {
    const anchor = firstInSight(), before = anchor?.getBoundingClientRect().top;
    show(view);
    say(view);
    try { localStorage.setItem(KEY, view); } catch { /* nothing is remembered where nothing may be stored */ }
    if (anchor && before < 0) scrollBy({top: anchor.getBoundingClientRect().top - before, behavior: "instant"});
  };
  // Who arrives at what is not shown has asked for it; where the other language, which is shown, has its own place for it, for that.
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (now() === "both" || !target?.closest("article") || target.getClientRects().length) return;
    if (now() === "interleaved") return target.querySelector(".dz-line")?.scrollIntoView();
    const twin = document.querySelector(`article [id^="${CSS.escape(target.id)}-"]`);
    if (twin?.getClientRects().length) return twin.scrollIntoView();
    show("both");
    say("both");
    target.scrollIntoView();
  };

  show(VIEWS.includes(now()) ? now() : "both");
  if (now() !== "both") say(now());
  for (const button of buttons) button.addEventListener("change", () => choose(button.value));
  addEventListener("hashchange", arrive);
  arrive();
  return {now, cycle: () => choose(VIEWS[(VIEWS.indexOf(now()) + 1) % VIEWS.length])};
}

/** Each sentence, with the calls of notes behind it, as an element that the stylesheet can set in a line of its own; the number
    of its pair says where it stands among those of the other language. */
function cutIntoLines() {
  for (const text of document.querySelectorAll(".dz-pair p:has(> .dz-s)")) {
    let line = null, place = 0;
    for (const node of [...text.childNodes]) {
      if (node.matches?.(".dz-line, .dz-here")) continue;
      if (node.matches?.(".dz-s")) {
        line = document.createElement("span");
        line.className = "dz-line";
        const pair = Number(node.dataset.s?.split(".").at(-1));
        place = pair ? 2 * pair : place | 1; // what has no counterpart follows the sentence before it
        line.style.order = place;
        node.before(line);
      }
      line?.append(node);
    }
  }
}

/** The pair being read, which stays in its place when the other side comes or goes. */
function firstInSight() {
  const line = document.querySelector(".md-header").getBoundingClientRect().bottom;
  return [...document.querySelectorAll(".dz-pair")].find(pair => pair.getBoundingClientRect().bottom > line);
}

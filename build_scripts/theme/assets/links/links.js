// The lists of links. Without this each is a closed <details> below its paragraph, and its links lead to the words.
// With it one list at a time is open, as a panel that the stylesheet places, and the address says which: #links-p4, or #links-p4.2
// for a sentence of it, which a click on its marked words opens.
{
  const lists = [...document.querySelectorAll(".dz-links")];
  const opened = () => lists.find(list => list.open);
  const panelOf = list => list.querySelector(".dz-panel");
  const place = () => document.getElementById(location.hash.startsWith("#links-") ? location.hash.slice(1) : "");
  const asked = () => place()?.closest(".dz-links");
  const focus = element => element.focus({preventScroll: true});

  // The sheet covers the foot of the window: what it is about moves above it, a sentence in both languages or the paragraph.
  const lift = list => {
    const panel = panelOf(list), group = place();
    panel.scrollTop = group && group !== panel ? group.offsetTop - panel.firstElementChild.offsetHeight - 8 : 0;
    const pair = document.getElementById(group?.id.slice(6))?.dataset.s;
    const about = pair ? [...document.querySelectorAll(`[data-s="${pair}"]`)].filter(each => each.getClientRects().length) : [];
    const boxes = (about.length ? about : [list]).map(each => each.getBoundingClientRect());
    const hidden = Math.max(...boxes.map(box => box.bottom)) - panel.getBoundingClientRect().top + 16;
    if (hidden > 0) scrollBy({top: about.length ? Math.min(hidden, Math.min(...boxes.map(box => box.top)) - 54) : hidden, behavior: "instant"});
  };

  const show = list => {
    for (const each of lists) {
      each.open = each === list;
      each.classList.toggle("dz-shown", each.open);
    }
    if (!list) return;
    focus(panelOf(list));
    lift(list);
  };

  // The way back leads out of the first list opened, past those that were opened after it; closing goes that way, so that no step
  // is left behind. It takes a moment, and the page stays where it is.
  let leaving = false;
  const open = (list, name = panelOf(list).id) => {
    if (leaving) return addEventListener("popstate", () => open(list, name), {once: true});
    const address = `#${name}`;
    if (opened()) history.replaceState(history.state, "", address);
    else {
      history.scrollRestoration = "manual";
      history.pushState({opened: true}, "", address);
    }
    show(list);
  };

  const close = () => {
    const list = opened();
    leaving = Boolean(history.state?.opened);
    if (leaving) history.back();
    else history.replaceState(null, "", location.pathname + location.search);
    show();
    focus(list.querySelector("summary"));
  };

  // The address has changed: the list that it asks for, or none.
  const follow = () => {
    const before = opened(), list = asked();
    leaving = false;
    if (!list) history.scrollRestoration = "auto";
    if (before === list && (!list || history.state?.opened)) return; // what lay over it has gone, and it is as it was
    show(list);
    if (!list) focus(before.querySelector("summary"));
  };

  const mark = (name, number) => {
    for (const each of document.querySelectorAll(`.${name}`)) each.classList.remove(name);
    if (number) for (const each of document.querySelectorAll(`[data-l~="${number}"]`)) each.classList.add(name);
  };
  const arrive = () => mark("dz-arrived", /^#l([\da-z]+)$/.exec(location.hash)?.[1]);

  for (const list of lists) {
    const summary = list.querySelector("summary"), panel = panelOf(list);
    const bar = document.createElement("div"), said = document.createElement("span"), button = document.createElement("button");
    bar.className = "dz-bar";
    said.textContent = summary.querySelector(".dz-said").textContent;
    button.type = "button";
    button.textContent = list.dataset.close;
    button.addEventListener("click", close);
    bar.append(said, button);
    panel.prepend(bar);
    panel.tabIndex = -1;
    list.removeAttribute("name"); // one at a time is our own work now; printing opens them all for a moment
    summary.addEventListener("click", event => {
      event.preventDefault();
      list.open ? close() : open(list);
    });
    for (const type of ["mouseover", "focusin"]) panel.addEventListener(type, event => mark("dz-lit", event.target.closest(".dz-entry")?.dataset.to));
    for (const type of ["mouseleave", "focusout"]) panel.addEventListener(type, () => mark("dz-lit"));
  }

  // Marked words that lead nowhere by themselves open what is said of their sentence.
  document.addEventListener("click", event => {
    if (event.target.closest("a, button, summary, .dz-panel") || !getSelection().isCollapsed) return;
    const sentence = event.target.closest("article .dz-t")?.closest(".dz-s");
    const group = document.getElementById(`links-${sentence?.id.replace(/-.*/, "")}`);
    if (group) open(group.closest(".dz-links"), group.id);
  });

  addEventListener("keydown", event => {
    if (event.key === "Escape" && opened() && !event.target.closest("input, textarea, dialog, [role=dialog]")) close();
  });
  addEventListener("popstate", follow);
  addEventListener("afterprint", () => show(asked()));
  addEventListener("pagehide", () => opened() && history.replaceState({...history.state, top: scrollY, panel: panelOf(opened()).scrollTop}, ""));
  addEventListener("hashchange", arrive);
  arrive();
  if (asked()) {
    const {top, panel} = history.state ?? {};
    asked().scrollIntoView(); // the panel has left its paragraph
    show(asked());
    if (top >= 0) { // back from a witness: as it was left
      scrollTo({top, behavior: "instant"});
      panelOf(asked()).scrollTop = panel;
    }
  }
}

// A sentence and its counterpart in the other language: pointed at, focused or tapped, both are lit. One that was tapped or that the
// address asks for stays so, and the address says which; the paragraph's own link then means that sentence.

const NOT_TEXT = "a, button, summary, select, input";

/** Wire up the sentences; returns what gives the one that stays lit. */
export function startSentences() {
  const article = document.querySelector("article");
  let lit = [], kept = null;

  const light = sentence => {
    const pair = sentence?.dataset.s;
    const next = pair ? [...article.querySelectorAll(`[data-s="${pair}"]`)] : sentence ? [sentence] : [];
    if (next.length === lit.length && next.every((each, at) => each === lit[at])) return;
    for (const each of lit) each.classList.remove("dz-paired");
    for (const each of next) each.classList.add("dz-paired");
    lit = next;
  };
  const of = event => event.target.closest?.(".dz-s") ?? null;
  const keep = sentence => {
    kept = sentence;
    light(sentence);
  };
  const asked = () => {
    const target = document.getElementById(location.hash.replace(/^#(links-)?/, ""));
    keep(target?.matches(".dz-s") ? target : null);
  };

  article.addEventListener("pointerover", event => event.pointerType === "mouse" && light(of(event) ?? kept));
  article.addEventListener("pointerleave", () => light(kept));
  article.addEventListener("focusin", event => light(of(event) ?? kept));
  article.addEventListener("click", event => {
    const sentence = of(event);
    if (!sentence || event.target.closest(NOT_TEXT) || !getSelection().isCollapsed) return;
    keep(kept === sentence && !event.target.closest(".dz-t") ? null : sentence); // marked words open what is said of them
    history.replaceState(history.state, "", kept ? `#${sentence.id}` : location.pathname + location.search);
  });
  addEventListener("hashchange", asked);
  asked();
  return {kept: () => kept};
}

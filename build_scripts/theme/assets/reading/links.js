// A paragraph's own link: it leads to the paragraph by itself, or to the sentence of it that is lit; here it is also copied, and the
// page stays where it is.

/** What says in a few words, politely, what was done. */
export function startTelling(bar) {
  const told = bar.querySelector(".dz-told");
  let timer;
  return words => {
    told.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => (told.textContent = ""), 2500);
  };
}

export function startLinks(bar, view, tell, cite, sentences) {
  const said = bar.querySelector(".dz-told").dataset.copied;
  document.querySelector("article").addEventListener("click", async event => {
    const link = event.target.closest(".dz-here");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const top = scrollY, sentence = sentences.kept();
    const hash = link.parentElement.contains(sentence) ? `#${sentence.id}` : link.hash;
    location.hash = hash; // so that the paragraph is the target, and marked as such
    scrollTo({top, behavior: "instant"});
    link.focus({preventScroll: true});
    cite(link, hash);
    const address = new URL(location);
    for (const name of [...address.searchParams.keys()]) address.searchParams.delete(name); // words once searched for
    if (view.now()) address.searchParams.set("view", view.now());
    try {
      await navigator.clipboard.writeText(address.href);
      tell(said);
    } catch { /* the address bar has it */ }
  });
}

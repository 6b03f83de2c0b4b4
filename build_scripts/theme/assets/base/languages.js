// The language switch keeps the reader's place: it adds the id of the paragraph being read, which is the same in every tree.
{
  const BELOW_HEADER = 32; // px; more than the scroll margin in base.css, so that a paragraph just jumped to is the one being read

  const place = () => {
    const line = document.querySelector(".md-header").getBoundingClientRect().bottom + BELOW_HEADER;
    const target = document.getElementById(location.hash.slice(1));
    const box = target?.getBoundingClientRect();
    if (box && box.bottom > line - BELOW_HEADER && box.top < innerHeight) return target.id;
    if (scrollY === 0) return "";
    const named = [...document.querySelectorAll("article [id]:not([id*=':'], #text, .dz-panel, .dz-of, .dz-s:not(.dz-line *), [id^=l]:is(a, span))")].filter(each => each.getClientRects().length);
    return named.findLast(each => each.getBoundingClientRect().top <= line)?.id.replace(/-en$/, "") ?? ""; // not its translation
  };

  for (const link of document.querySelectorAll(".dz-languages a"))
    for (const type of ["pointerdown", "click"]) link.addEventListener(type, () => (link.hash = place()));
}

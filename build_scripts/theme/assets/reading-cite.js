// Citing a text or a paragraph of it. A citation is pieces of text and, as numbers, what is filled in here.

const KEY = "dz-cite"; // the style last chosen

/** Wire up the citations at the foot of the text; returns what offers the citation of a paragraph beside its own link. */
export function startCite(tell) {
  const block = document.querySelector(".dz-cite");
  if (!block) return () => {};
  const {dataset} = block, styles = [...block.querySelectorAll("[data-name]")];

  const copy = async (style, pieces, hash = "") => {
    try {
      localStorage.setItem(KEY, style.dataset.name);
    } catch { /* then it is not remembered */ }
    const open = [/^#p(\d+)/.exec(hash)?.[1], style.querySelector("a").href + hash, new Date().toLocaleDateString("sv")]; // the day as 2025-04-27
    try {
      await navigator.clipboard.writeText(pieces.map(piece => open[piece] ?? piece).join(""));
      tell(dataset.copied);
    } catch {
      getSelection().selectAllChildren(style); // to be copied by hand
    }
  };

  for (const style of styles) {
    const link = style.querySelector("a");
    link.textContent = link.href; // where the site's address was not known
    style.nextElementSibling.addEventListener("click", () => copy(style, JSON.parse(style.dataset.read)));
  }

  // Without a known address a file has the path of the page in its place.
  if (dataset.path) block.addEventListener("click", async event => {
    const link = event.target.closest("[download]");
    if (!link) return;
    event.preventDefault();
    const said = await (await fetch(link.href)).text();
    const whole = new Blob([said.replaceAll(dataset.path, new URL(dataset.published, location))]);
    Object.assign(document.createElement("a"), {href: URL.createObjectURL(whole), download: link.href.split("/").pop()}).click();
  });

  let shown = null;
  const close = () => {
    shown?.remove();
    shown = null;
  };
  addEventListener("pointerdown", event => shown?.contains(event.target) || close());

  return link => {
    close();
    const box = document.createElement("span"), choice = document.createElement("select"), button = document.createElement("button");
    box.className = "dz-cite-here";
    box.lang = document.documentElement.lang;
    box.setAttribute("role", "group");
    for (const [element, label] of [[box, dataset.paragraph], [choice, dataset.style]]) element.setAttribute("aria-label", label);
    choice.append(...styles.map(style => new Option(style.closest("div").querySelector("dt").textContent, style.dataset.name)));
    try {
      choice.value = localStorage.getItem(KEY) ?? choice.value;
    } catch { /* the first */ }
    if (choice.selectedIndex < 0) choice.selectedIndex = 0;
    Object.assign(button, {type: "button", textContent: dataset.paragraph});
    button.addEventListener("click", () => {
      const style = styles[choice.selectedIndex];
      copy(style, JSON.parse(/^#p\d/.test(link.hash) ? style.dataset.paragraph : style.dataset.read), link.hash);
      link.focus({preventScroll: true});
      close();
    });
    box.addEventListener("keydown", event => {
      if (event.key !== "Escape") return;
      link.focus({preventScroll: true});
      close();
    });
    box.addEventListener("focusout", ({relatedTarget: to}) => box === shown && to && to !== link && !box.contains(to) && close());
    link.addEventListener("blur", ({relatedTarget: to}) => box === shown && to && !box.contains(to) && close());
    link.addEventListener("keydown", event => event.key === "Escape" && close());
    box.append(choice, button);
    link.after(box);
    shown = box;
  };
}

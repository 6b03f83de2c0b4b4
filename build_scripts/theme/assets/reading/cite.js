import {startReport} from "./report.js";

// Citing a text or a paragraph of it. A citation is pieces of text and, as numbers, what is filled in here.

const KEY = "dz-cite"; // the style last chosen

/** Wire up the citations at the foot of the text; returns what offers that of a paragraph beside its own link, and what gives one. */
export function startCite(tell) {
  const block = document.querySelector(".dz-cite");
  if (!block) return {offer() {}, cited: () => ""};
  const report = startReport(block);
  const open = () => (block.open ||= location.hash === `#${block.id}`); // a browser opens what is around a place, not the place itself
  open();
  addEventListener("hashchange", open);
  const {dataset} = block, styles = [...block.querySelectorAll("[data-name]")];

  // The pieces with the paragraph, the address and the day, as 2025-04-27.
  const fill = (style, hash = "") => {
    const pieces = JSON.parse(/^#p\d/.test(hash) ? style.dataset.paragraph : style.dataset.read);
    const filled = [/^#p(\d+[a-z]*)/.exec(hash)?.[1], style.querySelector("a").href + hash, new Date().toLocaleDateString("sv")];
    return pieces.map(piece => filled[piece] ?? piece).join("");
  };
  const chosen = () => {
    try {
      return styles.find(style => style.dataset.name === localStorage.getItem(KEY)) ?? styles[0];
    } catch {
      return styles[0];
    }
  };

  const copy = async (style, hash) => {
    try {
      localStorage.setItem(KEY, style.dataset.name);
    } catch { /* then it is not remembered */ }
    try {
      await navigator.clipboard.writeText(fill(style, hash));
      tell(dataset.copied);
    } catch {
      getSelection().selectAllChildren(style); // to be copied by hand
    }
  };

  for (const style of styles) {
    const link = style.querySelector("a");
    link.textContent = link.href; // where the site's address was not known
    style.nextElementSibling.addEventListener("click", () => copy(style));
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

  const offer = (link, hash = link.hash) => {
    close();
    const box = document.createElement("span"), choice = document.createElement("select"), button = document.createElement("button");
    box.className = "dz-cite-here";
    box.lang = document.documentElement.lang;
    box.setAttribute("role", "group");
    for (const [element, label] of [[box, dataset.paragraph], [choice, dataset.style]]) element.setAttribute("aria-label", label);
    choice.append(...styles.map(style => new Option(style.closest("div").querySelector("dt").textContent, style.dataset.name)));
    choice.selectedIndex = styles.indexOf(chosen());
    Object.assign(button, {type: "button", textContent: dataset.paragraph});
    button.addEventListener("click", () => {
      const style = styles[choice.selectedIndex];
      copy(style, hash);
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
    box.append(...[choice, button, report(link)].filter(Boolean));
    link.after(box);
    shown = box;
  };
  return {offer, cited: hash => fill(chosen(), hash)};
}

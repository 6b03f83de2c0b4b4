// Copying from a text: the exact words without the marks of notes, then, for more than a few, their citation and a link to them.

const BESIDE = ".dz-here, .dz-cite-here, .dz-ref, sup, details, button, rt, [hidden]";
const BLOCKS = "p, h1, h2, h3, h4, li";
const NEXT = "\u2029"; // between two blocks
const FEW = 12; // code points of a word or name that is copied to be looked up
const WHOLE = 60, END = 16; // a text fragment gives so much of the words, or so much of either end

/** The words of a selection, a line for each block. */
export function wordsOf(fragment) {
  for (const beside of fragment.querySelectorAll(BESIDE)) beside.remove();
  for (const block of fragment.querySelectorAll(BLOCKS)) block.append(NEXT);
  return fragment.textContent.split(NEXT).map(line => line.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n");
}

/** What an address adds for these words to be found and lit: a text fragment. */
export function fragmentOf(words) {
  const say = text => encodeURIComponent(text).replaceAll("-", "%2D"), chars = [...words];
  if (chars.length <= WHOLE && !words.includes("\n")) return `:~:text=${say(words)}`;
  const ends = [chars.slice(0, END), chars.slice(-END)].map(part => part.join("").split("\n"));
  return `:~:text=${say(ends[0][0].trim())},${say(ends[1].at(-1).trim())}`;
}

/** `view` says which sides are shown, which the link to the words asks for too. */
export function startCopy(cited, view) {
  document.querySelector("article").addEventListener("copy", event => {
    const selection = getSelection(), start = selection.rangeCount && selection.getRangeAt(0).startContainer;
    const place = (start.nodeType === Node.TEXT_NODE ? start.parentElement : start)?.closest?.(".dz-s, .dz-pair, .dz-text");
    if (!place || selection.isCollapsed) return;
    const words = wordsOf(selection.getRangeAt(0).cloneContents()), hash = place.matches(".dz-s") ? `#${place.id}` : "";
    if (!words) return;
    event.preventDefault();
    const link = `${location.origin}${location.pathname}${view.now() ? `?view=${view.now()}` : ""}${hash || "#"}${fragmentOf(words)}`;
    event.clipboardData.setData("text/plain", [...words].length > FEW ? [words, "", cited(hash), link].filter((line, at) => line || at === 1).join("\n") : words);
  });
}

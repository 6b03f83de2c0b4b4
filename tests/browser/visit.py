"""What one visit of a page finds out: requests, complaints, overflow, slanted Han, text without its language."""

from __future__ import annotations

from dataclasses import dataclass, field

TREES = ("zh-Hans", "zh-Hant", "en")
STYLE = "(each, name) => getComputedStyle(each).getPropertyValue(name)"
IN_VIEW = "each => { const box = each.getBoundingClientRect(); return box.top > 48 && box.bottom < innerHeight }"

FACTS = """() => {
  const name = e => `${e.tagName.toLowerCase()}.${e.className?.baseVal ?? e.className}#${e.id}`;
  const HAN = /\\p{Script=Han}/u, PROSE = /[A-Za-z]{2,}(?: [A-Za-z']{2,}){4}/;
  const SIMPLIFIED = /[习这说们对国发时会为经动产业战书东门]/, TRADITIONAL = /[習這說們對國發時會為經動產業戰書東門]/;
  const right = document.documentElement.clientWidth + 1;
  const wide = [], slanted = [], mute = [];
  // Material keeps the closed drawer, the closed search and the header's second line outside the window.
  const away = ".md-sidebar--primary, .md-search, .md-header__title, .md-skip, .md-tooltip2, .dz-languages span";
  for (const e of document.body.querySelectorAll("*")) {
    const box = e.getBoundingClientRect();
    if (box.width && (box.right > right || box.left < -1) && !e.closest(away)) wide.push(name(e));
  }
  for (const e of document.querySelectorAll("main, article"))
    if (e.scrollWidth > e.clientWidth + 1) wide.push(`${name(e)} scrolls`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const e = node.parentElement, text = node.data, language = e.closest("[lang]").lang;
    if (e.closest("script, style")) continue;
    const chinese = HAN.test(text);
    if (chinese && getComputedStyle(e).fontStyle !== "normal") slanted.push(`${name(e)} ${text.slice(0, 20)}`);
    if (e.closest("code, pre")) continue;
    const wrong = chinese && language === "en" || !chinese && PROSE.test(text) && language !== "en"
      || language === "zh-Hans" && TRADITIONAL.test(text.replace(SIMPLIFIED, "")) && !SIMPLIFIED.test(text)
      || language === "zh-Hant" && SIMPLIFIED.test(text) && !TRADITIONAL.test(text);
    if (wrong) mute.push(`${language}: ${name(e)} ${text.trim().slice(0, 30)}`);
  }
  return {language: document.documentElement.lang, wide, slanted, mute};
}"""


@dataclass(slots=True)
class Visit:
    """One page: its path below the root, the addresses it asked for, what Chromium complained about, and what it shows."""

    path: str
    language: str = ""
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    slanted: list[str] = field(default_factory=list)
    mute: list[str] = field(default_factory=list)

    @property
    def tree(self) -> str:
        """The tree of the page; the pages outside the trees speak zh-Hans first."""
        return next((tree for tree in TREES if self.path.startswith(f"{tree}/")), "zh-Hans")


def visit(page, site_url: str, path: str) -> Visit:
    """Open a page and note what it asks for, complains about and shows."""
    found = Visit(path)
    listeners = {
        "request": lambda request: found.requests.append(request.url),
        "console": lambda message: found.complaints.append(message.text) if message.type in ("error", "warning") else None,
        "pageerror": lambda error: found.complaints.append(str(error)),
        "response": lambda answer: found.complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None,
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    page.goto(site_url + path, wait_until="load")
    for name, value in page.evaluate(FACTS).items():
        setattr(found, name, value)
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return found


def red(colour: str) -> bool:
    """Whether a computed colour is vermilion rather than ink; both `rgb(…)` and `color(srgb …)`."""
    parts = colour.partition("(")[2].rstrip(")").replace(",", " ").split()
    numbers = [float(part) for part in parts if part[0].isdigit()]
    return numbers[0] > numbers[1] * 1.15

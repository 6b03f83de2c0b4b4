// Two texts beside each other, in a window over the page: its script loads when somebody opens one. The address says which link it
// is about, ?beside=33#p6.3; without scripts that is the place in this text, and the way to it leads to the place in the other.

const PARAMETER = "beside";

/** Wire up the ways in the lists of links, and open what the address asks for. */
export function startBeside(view) {
  const links = [...document.querySelectorAll(".dz-beside")];
  const numberOf = link => new URL(link.href).searchParams.get(PARAMETER);
  const steps = () => links.map(link => ({number: numberOf(link), sentence: link.closest(".dz-of").id.slice(6), link}));
  const open = async step => (await import("../beside/window.js")).show(step, steps().filter(each => each.link.pathname === step.link.pathname), view);

  document.querySelector("article").addEventListener("click", event => {
    const link = event.target.closest(".dz-beside");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(steps().find(each => each.link === link));
  });
  const asked = new URLSearchParams(location.search).get(PARAMETER), named = steps().filter(each => each.number === asked);
  const step = named.find(each => `#${each.sentence}` === location.hash) ?? named[0];
  if (step) open(step);
}

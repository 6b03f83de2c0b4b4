/* In the preview alone: loads the page again when the site was built again, and shows what is wrong with the edition. */
const PAUSE = 300;
const {number} = document.querySelector("script[data-number]").dataset;

function show(problems) {
  const text = problems.join("\n");
  const shown = document.getElementById("preview-problems");
  if (text === (shown?.textContent ?? "")) return;
  shown?.remove();
  if (!text) return;
  const box = document.createElement("pre");
  Object.assign(box, {id: "preview-problems", lang: "en", tabIndex: 0, textContent: text});
  box.setAttribute("role", "alert");
  document.body.append(box);
}

async function ask() {
  try {
    const state = await (await fetch("/_preview/state", {cache: "no-store"})).json();
    if (String(state.number) !== number) return location.reload();
    show(state.problems);
  } catch {
    // the server was stopped; it may be started again
  }
  setTimeout(ask, PAUSE);
}

ask();

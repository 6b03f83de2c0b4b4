// A reader who follows the citation of another version of the edition is told so, with the way to what has changed since.
{
  const line = document.querySelector(".dz-edition"), cited = new URLSearchParams(location.search).get("v") ?? "";
  if (line && /^[\w.-]{1,40}$/.test(cited) && cited !== line.dataset.version) {
    const note = document.createElement("p"), link = document.createElement("a");
    const names = [cited, line.dataset.version];
    note.className = "dz-other-version";
    note.setAttribute("role", "status");
    link.href = line.href + (line.dataset.releases.split(" ").includes(cited) ? `${cited}/` : "");
    link.textContent = line.dataset.since;
    note.append(line.dataset.cited.replaceAll("{}", () => names.shift()), " ", link);
    document.querySelector("article h1")?.before(note);
  }
}

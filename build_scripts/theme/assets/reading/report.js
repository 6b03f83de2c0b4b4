// Reporting an error in a paragraph: an issue or a mail that is filled in with the place. All text goes in as encoded data.

const WORDS = 200; // as many characters as an address can carry of Chinese, in which each takes nine

/** The address that opens the report: `to` an http address of new issues, or a mail address. */
export function reportAddress(to, title, lines) {
  const text = lines.filter(each => typeof each === "string");
  if (!/^https?:/.test(to)) return `mailto:${to.split("@").map(encodeURIComponent).join("@")}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text.join("\r\n"))}`;
  const address = new URL(to);
  address.searchParams.set("title", title);
  address.searchParams.set("body", text.join("\n"));
  return address.href;
}

/** The words of a paragraph without what the page puts beside them, in one line, cut where they are long. */
export function wordsOf(paragraph) {
  const copy = paragraph.cloneNode(true);
  for (const beside of copy.querySelectorAll(".dz-here, .dz-cite-here, .dz-witness, sup, details, rt")) beside.remove();
  const words = [...copy.textContent.replace(/\s+/g, " ").trim()];
  return words.length > WORDS ? `${words.slice(0, WORDS).join("")}…` : words.join("");
}

/** A link for a paragraph, by the paragraph's own link; nothing where the edition names nobody to report to. */
export function startReport(block) {
  const {report} = block?.dataset ?? {};
  if (!report) return () => null;
  const {to, label, title, document: name, raw, lines, version} = JSON.parse(report);
  return own => {
    const id = own.hash.slice(1), base = id.replace(/-(?:zh|en)\b.*$/, ""), target = document.getElementById(id);
    const link = document.createElement("a"), place = new URL(own.href);
    place.search = version ? `?v=${version}` : "";
    const told = [place.href, `${name}#${id}`, version, lines[base] && `${raw}:${lines[base]}`, "", target && `> ${wordsOf(target)}`, "", ""];
    link.textContent = label;
    link.className = "dz-report";
    link.href = reportAddress(to, `${title} ${name}#${id}`, told);
    return link;
  };
}

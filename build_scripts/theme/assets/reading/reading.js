// Reading: each feature in a module of its own, on pages that show a text.

import {startBeside} from "./beside.js";
import {startCite} from "./cite.js";
import {startCopy} from "./copy.js";
import {startKeys} from "./keys.js";
import {startLinks, startTelling} from "./links.js";
import {startScript} from "./script.js";
import {startSentences} from "./sentences.js";
import {startSheet} from "./sheet.js";
import {startTips} from "./tips.js";
import {startView} from "./view.js";

const bar = document.querySelector(".dz-reading");
if (bar) {
  const view = startView(bar);
  const tell = startTelling(bar);
  const {offer, cited} = startCite(tell);
  startLinks(bar, view, tell, offer, startSentences());
  startCopy(cited, view);
  startScript(bar);
  startTips(bar);
  startSheet(bar, view);
  startBeside(view);
  startKeys(view);
  document.addEventListener("selectionchange", () => import("./words.js").then(({startWords}) => startWords()), {once: true}); // who selects nothing loads nothing

  const pinyin = bar.querySelector(".dz-pinyin"), put = async asked => (await import("./pinyin.js")).toggle(pinyin, asked && tell);
  pinyin?.addEventListener("click", put);
  try { if (pinyin && localStorage.getItem(pinyin.dataset.key)) put(); } catch { /* nothing is remembered */ }
}

// Reading: each feature in a module of its own, on pages that show a text.

import {startBeside} from "./beside.js";
import {startCite} from "./cite.js";
import {startCopy} from "./copy.js";
import {startKeys} from "./keys.js";
import {startLinks, startTelling} from "./links.js";
import {startPinyin} from "./pinyin.js";
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
  startCopy(cited);
  startScript(bar);
  startPinyin(bar, tell);
  startTips(bar);
  startSheet(bar, view);
  startBeside(view);
  startKeys(view);
  document.addEventListener("selectionchange", () => import("./words.js").then(({startWords}) => startWords()), {once: true}); // who selects nothing loads nothing
}

// Reading: each feature in a module of its own, on pages that show a text.

import {startCite} from "./reading-cite.js";
import {startKeys} from "./reading-keys.js";
import {startLinks, startTelling} from "./reading-links.js";
import {startScript} from "./reading-script.js";
import {startTips} from "./reading-tips.js";
import {startView} from "./reading-view.js";

const bar = document.querySelector(".dz-reading");
if (bar) {
  const view = startView(bar);
  const tell = startTelling(bar);
  startLinks(bar, view, tell, startCite(tell));
  startScript(bar);
  startTips(bar);
  startKeys(view);
}

// The button for a sheet for a class. Its script, and what is asked of each paragraph, load when somebody opens the choice.

/** Wire up the button at the head of a text. */
export function startSheet(bar, view) {
  const button = bar.querySelector(".dz-handout-open");
  let made = null;
  const load = async () => {
    const [{choice}, sheet] = await Promise.all([import("../sheet/choice.js"), fetch(button.dataset.sheet)]);
    return choice(await sheet.json(), bar, view);
  };
  button?.addEventListener("click", async () => {
    made ??= load();
    const dialog = await made;
    dialog.querySelector(`[name=dz-handout-view][value="${view.now()}"]`)?.click();
    dialog.showModal();
    dialog.querySelector(":checked")?.focus(); // not the first of the views, which would look chosen
  });
}

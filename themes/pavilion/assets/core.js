// What several kinds of pages have of script: the language that was chosen last, and a button that copies
// the address (docs/themes.md, "Scripts").

const KEY = "language";
const own = (tag) => tag.toLowerCase().split("-")[0];

/** The language chosen last, in this browser alone; none where it keeps nothing. chosen: the newest one. */
function lastChosen(chosen) {
  try {
    if (chosen) localStorage.setItem(KEY, chosen);
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

addEventListener("click", ({ target }) => {
  const link = target.closest(":is(.tongues, .tongue-doors) a");
  if (link) lastChosen(link.hreflang);
});

const doors = document.querySelector(".tongue-doors");
const printed = [...(doors?.children ?? [])];

/** The door of the language chosen last, else of the browser's own, stands before those as printed. */
function lead() {
  const wanted = [lastChosen(), ...navigator.languages].filter(Boolean).map(own);
  const first = wanted.map((language) => printed.find((door) => own(door.lang) === language)).find(Boolean);
  if (!first || first === doors.firstElementChild) return;
  const focused = document.activeElement;
  doors.replaceChildren(first, ...printed.filter((door) => door !== first));
  if (doors.contains(focused)) focused.focus({ preventScroll: true });
}

if (doors) {
  lead();
  addEventListener("pageshow", ({ persisted }) => persisted && lead());
}

/** The address without what was asked or jumped to; where the clipboard is shut it stands selected in a field. */
async function copy(field, told) {
  const address = location.origin + location.pathname;
  told.textContent = "";
  try {
    await navigator.clipboard.writeText(address);
    field.hidden = true;
    told.textContent = told.dataset.copied;
  } catch {
    field.hidden = false;
    field.value = address;
    field.select();
    told.textContent = told.dataset.selected;
  }
}

const pattern = document.querySelector(".copy template");
if (pattern) {
  const place = pattern.parentElement;
  pattern.replaceWith(pattern.content);
  const [button, field, told] = place.children;
  button.addEventListener("click", () => copy(field, told));
}

// The search page: what is typed is looked for in the index of its pavilion, or of all pavilions.
// What it prints stands in templates/search.html.

const own = document.querySelector("script[data-finder]").dataset;
const [{ Finder, Sounds, things }, { KINDS, Panel, card, loadIndex, matching, part }] = await Promise.all([
  import(own.finder),
  import(own.goods),
]);

const SHOWN = 24; // answers of a kind at first, and with each “more”
const GROUPS = {
  good: "products", merchant: "merchants", campaign: "campaigns", culture: "culture", travel: "travel",
  page: "pages", pavilion: "place", category: "place", region: "place",
};

const answers = document.getElementById("answers");
const field = document.getElementById("find-here");
const told = document.getElementById("told");
const words = document.getElementById("words").dataset;
const near = answers.querySelector(".near");
const again = answers.querySelector(".again");
const narrow = answers.querySelector(".narrow");
const [filter, dialog] = [part("filter"), part("dialog")];
const directory = [...document.querySelectorAll(".directory > .drawer")];

const asked = new URLSearchParams(location.search);
let looked = null; // what was typed last
let chosen = [...asked].filter(([kind]) => KINDS.includes(kind)); // [kind, id] each, as lists have it
const known = { indexes: [], finder: null, failed: 0 }; // indexes: the page's own first
let loading = null;
let sounds = null; // of common characters: asked for when nothing else has helped

/** Loads the index of this page, and on the portal those of its pavilions; answers as they come. */
async function load() {
  known.failed = 0;
  const first = await loadIndex(answers.dataset.index);
  const others = first.country ? [] : first.pavilions.map(({ index }) => index);
  const come = [first];
  take(come);
  const taken = others.map(async (address, n) => {
    come[n + 1] = await loadIndex(address);
    take(come.filter(Boolean));
    const typed = field.value.trim();
    if (typed) show(typed, known.finder.find(typed), true);
  });
  const ended = await Promise.allSettled(taken);
  known.failed = ended.filter((one) => one.status === "rejected").length;
}

function take(indexes) {
  const heard = new Sounds();
  for (const index of indexes) heard.add(index.sounds, index.variants);
  if (sounds) heard.add(sounds);
  known.indexes = indexes;
  known.finder = new Finder(indexes.flatMap((index, n) => things(index, n)), heard);
}

/** Loads once; after a failure, when it is asked for again. */
function ready() {
  loading ??= load().catch((fault) => {
    loading = null;
    throw fault;
  });
  return loading;
}

/** What common characters sound like: only now can a slip of the input method be forgiven. */
async function withSounds() {
  if (sounds) return false;
  const answer = await fetch(answers.dataset.sounds);
  sounds = (await answer.json()).sounds;
  known.finder.sounds.add(sounds);
  return true;
}

async function look() {
  const typed = field.value.trim();
  if (typed !== looked) [looked, chosen] = [typed, looked === null ? chosen : []];
  address(typed);
  if (!typed) return show(typed, []);
  if (!known.finder) say(words.loading);
  try {
    await ready();
  } catch {
    return failed();
  }
  let found = known.finder.find(typed);
  if (!found.length && /[\u3400-\u9fff]/.test(typed) && (await withSounds().catch(() => false))) {
    found = known.finder.find(typed);
  }
  if (typed === field.value.trim()) show(typed, found);
  return undefined;
}

/** The address says what is looked for and how it is narrowed, so that it can be shared. */
function address(typed) {
  const query = new URLSearchParams(typed ? [["q", typed], ...chosen] : []);
  history.replaceState(history.state, "", `${location.pathname}?${query}`.replace(/\?$/, ""));
}

/** The answers that have what is chosen; and the filter, of the products among them. */
function narrowed(found) {
  const goods = new Map();
  for (const one of found) if (one.thing.kind === "good") goods.set(one.thing.item, one);
  shelf = [...goods.keys()];
  narrow.hidden = shelf.length < 2;
  if (narrow.hidden) return found;
  if (dialog.open || chosen.length) fit();
  filter.lastElementChild.textContent = chosen.length ? ` (${chosen.length})` : "";
  return chosen.length ? matching(shelf, chosen).map((good) => goods.get(good)) : found;
}

/** Makes the filter of the products that are shown, when it is needed: typing alone needs none. */
function fit() {
  // The same products keep their panel, and with it what is unfolded and has the focus
  if (shelf.length !== panel?.goods.length || shelf.some((good, at) => good !== panel.goods[at])) {
    panel = new Panel((next) => {
      chosen = next;
      look();
    });
    panel.build(together(known.indexes), shelf);
    dialog.replaceChildren(panel.form);
  }
  panel.show(chosen);
}

let panel = null;
let shelf = [];

/** The values of facets of several pavilions; bands of price are each pavilion's own. */
function together(indexes) {
  const values = { price: indexes[0].country ? indexes[0].values.price : [] };
  for (const kind of ["category", "region", "merchant"]) {
    const all = indexes.flatMap((index) => index.values[kind]);
    values[kind] = [...new Map(all.map((one) => [one.id, one])).values()];
  }
  return { values };
}

function say(text, values = {}) {
  answers.hidden = false;
  told.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function failed() {
  say(words.failed);
  again.hidden = false;
  directory.forEach((drawer) => (drawer.hidden = false));
}

/** loading: more may come, so that nothing yet is not nothing. */
function show(typed, found, loading = false) {
  if (loading && !found.length) return;
  found = narrowed(found);
  answers.hidden = !typed;
  again.hidden = !known.failed;
  directory.forEach((drawer) => (drawer.hidden = found.length > 0));
  near.hidden = true;
  for (const group of answers.querySelectorAll("[data-answers]")) {
    fill(group, typed, found.filter(({ thing }) => GROUPS[thing.kind] === group.dataset.answers));
  }
  if (!typed) return;
  const partly = known.failed ? ` ${words.partly}` : "";
  if (found.length) say(words.found + partly, { number: found.length });
  else nothing(typed, partly);
}

/** Nothing: which of the words would be found alone, and what is spelt like it. */
function nothing(typed, partly) {
  const parts = typed.split(/\s+/).map((word) => [word, known.finder.find(word).length]);
  const some = parts.filter(([, count]) => count > 0).map(([word, count]) => `${word} (${count})`);
  const text = words.nothing + (some.length ? ` ${words.parts}` : "") + partly;
  say(text, { words: typed, parts: some.join(", ") });
  near.replaceChildren(near.firstElementChild);
  for (const spelling of known.finder.nearest(typed)) {
    const link = document.createElement("a");
    link.href = `?q=${encodeURIComponent(spelling)}`;
    link.textContent = spelling;
    near.append(" ", link);
    near.hidden = false;
  }
}

function fill(group, typed, found) {
  const list = group.querySelector("ul") ?? group;
  const count = group.querySelector(".count");
  const more = group.querySelector(".more");
  list.replaceChildren(...found.slice(0, SHOWN).map(({ thing }) => item(thing, typed)));
  group.hidden = !found.length;
  if (count) count.textContent = found.length;
  if (!more) return;
  more.hidden = found.length <= SHOWN;
  more.firstElementChild.onclick = () => {
    const next = found.slice(list.children.length, list.children.length + SHOWN);
    const items = next.map(({ thing }) => item(thing, typed));
    list.append(...items);
    more.hidden = list.children.length >= found.length;
    items[0]?.querySelector("a").focus();
  };
}

function item(thing, typed) {
  const made = thing.kind === "good" ? goodItem(thing) : linkItem(thing);
  const link = made.querySelector("a");
  mark(link, known.finder.marks(typed, link.textContent));
  return made;
}

function goodItem({ index, item }) {
  const made = card(item);
  if (!known.indexes[0].country) made.classList.add(`c-${index.country}`); // in its country's colours
  return made;
}

/** Anything but a product: its name, and beside it its pavilion where others are there too. */
function linkItem({ index, item }) {
  const made = document.createElement("li");
  const link = document.createElement("a");
  link.href = item.url;
  link.textContent = item.text;
  if (item.lang) link.lang = item.lang;
  made.append(link);
  if (known.indexes.length > 1 && index.country) {
    const where = document.createElement("span");
    where.className = "count";
    where.textContent = index.pavilions[0].text;
    made.append(" ", where);
  }
  return made;
}

/** Puts what answers into `<mark>`; what was typed is only ever text. */
function mark(element, ranges) {
  const text = element.textContent;
  const inner = element.firstElementChild ?? element; // a name in another language stands in a span
  let from = 0;
  const parts = [];
  for (const [start, end] of ranges) {
    const marked = document.createElement("mark");
    marked.textContent = text.slice(start, end);
    parts.push(text.slice(from, start), marked);
    from = end;
  }
  inner.replaceChildren(...parts, text.slice(from));
}

narrow.append(filter, dialog);
filter.addEventListener("click", () => {
  fit();
  dialog.showModal();
});

let waiting;
/** Looks once the letter that was typed is painted, and not where the next one has come by then. */
function soon() {
  requestAnimationFrame(() => {
    clearTimeout(waiting);
    waiting = setTimeout(look);
  });
}

let composing = false;
field.addEventListener("compositionstart", () => (composing = true));
field.addEventListener("compositionend", () => {
  composing = false;
  look();
});
field.addEventListener("input", () => composing || soon());
field.addEventListener("focus", () => ready().catch(() => {}), { once: true });
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  look();
});
again.firstElementChild.addEventListener("click", look);

if (asked.get("q")) {
  field.value = asked.get("q");
  look();
}

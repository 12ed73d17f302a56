// A list of products, narrowed and ordered in place; its address says all of its state.

const { KINDS, Panel, card, loadIndex, matching, part, words } = await import(
  document.querySelector("script[data-goods]").dataset.goods
);

const PAGE = 24;
const START = { first: 0, shown: PAGE };
const wide = matchMedia("(min-width: 70rem)");
const known = (key) => (a, b) => !key(a) - !key(b) || key(a) - key(b);
const ORDERS = {
  recommended: () => 0,
  "price-up": known((good) => good.fen),
  "price-down": known((good) => -good.fen),
  newest: known((good) => -good.added),
};

const stock = document.querySelector("[data-list]");
const { list, kind, id, index: url, total } = stock.dataset;
const [shelf, pages, row] = [".shelf", ".pages", ".sorting"].map((name) => stock.querySelector(name));
const printed = [...row.querySelectorAll("a")].map((link) => link.dataset.order);
// What the server made stays: no picture is asked for again
const cards = Object.fromEntries([...shelf.children].map((item) => [item.querySelector("a").pathname, item]));

// first: how many goods stand before those shown
function stateOf({ pathname, search }) {
  const [, order, page = 1] = /^(price-\w+)?\/?(?:page\/(\d+))?/.exec(pathname.slice(list.length));
  const query = new URLSearchParams(search);
  const sort = order ?? query.get("sort");
  return {
    order: Object.hasOwn(ORDERS, sort) ? sort : "recommended",
    first: (page - 1) * PAGE,
    shown: Math.max(PAGE, query.get("show")) || PAGE,
    chosen: [...query].filter(([name]) => KINDS.includes(name)),
  };
}

function addressOf({ order, first, shown, chosen }) {
  const query = new URLSearchParams(chosen);
  let path = list;
  if (printed.indexOf(order) > 0) path += `${order}/`;
  else if (order !== "recommended") query.set("sort", order);
  if (first) path += `page/${first / PAGE + 1}/`;
  if (shown > PAGE) query.set("show", shown);
  return `${path}?${query}`.replace(/\?$/, "");
}

const served = stateOf({ pathname: location.pathname });
let state = stateOf(location);
let latest = state; // as it will be when the shelf has followed
let index, goods, inDialog;

const choose = (chosen) => go({ ...latest, ...START, chosen });
const without = (one) => choose(latest.chosen.filter((each) => each !== one));
const named = ([kind, id]) => panel.values[kind].find((one) => one.id === id);
const panel = new Panel(choose);
const [orders, filter, dialog, chips, more] = ["orders", "filter", "dialog", "chips", "more"].map((name) => part(name));
const [side, found, told] = ["side", "found", "told"].map((name) => {
  const box = document.createElement("div");
  box.className = name;
  if (name !== "side") box.setAttribute("role", "status");
  return box;
});

async function ready(again) {
  try {
    const loaded = await loadIndex(url);
    if (index) return true;
    index = loaded;
    goods = index.goods.filter(({ facts }) => kind === "all" || facts[kind].includes(id));
    orders.querySelector("[data-order=newest]").hidden = !goods.some((good) => good.added);
    panel.build(index, goods);
    return true;
  } catch {
    latest = state;
    told.replaceChildren(press("failed", again));
  }
}

// step: the method of history that takes the address; choices in a dialog are one step
async function go(next, step = inDialog ? "replaceState" : "pushState") {
  latest = next;
  // The mark in the box that was pressed is painted first
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  if (!(await ready(() => go(next, step))) || latest !== next) return;
  state = latest = { ...next, chosen: next.chosen.filter(named) };
  if (step) history[step](null, "", addressOf(state));
  inDialog = dialog.open;
  show();
}

function show() {
  const { order, first, shown, chosen } = state;
  const all = matching(goods, chosen).sort((a, b) => a.soldOut - b.soldOut || ORDERS[order](a, b));
  const seen = all.slice(first, first + shown);
  shelf.replaceChildren(...seen.map((good) => (cards[good.url] ??= card(good))));
  if (pages) pages.hidden = addressOf(state) !== addressOf(served);
  panel.show(chosen);
  filter.lastElementChild.textContent = chosen.length ? ` (${chosen.length})` : "";
  found.textContent = chosen.length ? words("found", all.length) : "";
  chips.replaceChildren(...chosen.map((one) => press("chip", () => without(one), named(one))));
  if (chosen.length) chips.append(press("clear", () => choose([])));
  told.replaceChildren();
  const last = chosen.at(-1);
  if (!all.length) told.append(press("nothing", () => without(last), named(last)));
  frame(all.length);
}

function frame(number) {
  const left = Math.min(PAGE, number - state.first - state.shown);
  more.hidden = left < 1;
  more.firstElementChild.textContent = words("more", left);
  for (const link of orders.querySelectorAll("a")) {
    const { order } = link.dataset;
    link.href = addressOf({ ...state, ...START, order });
    link.setAttribute("aria-current", order === state.order);
  }
}

// A pattern with a button; once pressed, the keyboard goes on to the next chip
function press(name, action, value) {
  const item = part(name, { name: value });
  item.querySelector("button").onclick = async () => {
    const place = [...chips.children].indexOf(item);
    await action();
    (chips.children[place] ?? chips.lastElementChild ?? orders).querySelector("button, a").focus();
  };
  return item;
}

function lay() {
  dialog.close();
  (wide.matches ? side : dialog).append(panel.form);
}

stock.classList.add("sided");
row.replaceChildren(filter, orders);
row.after(chips, found, told);
stock.append(side, dialog);
shelf.after(more);
frame(total);
lay();
wide.addEventListener("change", lay);

for (const box of [row, side, more])
  for (const event of ["pointerover", "focusin"])
    box.addEventListener(event, () => loadIndex(url).catch(() => {}), { once: true });
const open = () => ready(open);
side.addEventListener("toggle", open, true);
orders.addEventListener("click", (event) => {
  const { order } = event.target.dataset;
  if (!order || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ ...latest, ...START, order });
});
filter.onclick = async () => (await ready(filter.onclick)) && dialog.showModal();
dialog.onclose = () => (inDialog = false);
more.onclick = async () => {
  const before = shelf.children.length;
  await go({ ...latest, shown: latest.shown + PAGE }, "replaceState");
  shelf.children[before]?.querySelector("a").focus();
};

// A page that is made again stands where it stood
addEventListener("pagehide", () => history.replaceState({ y: scrollY }, ""));
addEventListener("popstate", () => {
  const next = stateOf(location);
  if (addressOf(next) !== addressOf(state)) go(next, null);
});
if (addressOf(state) !== addressOf(served)) {
  const y = history.state?.y ?? 0;
  go(state, null).then(() => scrollTo(0, y));
}

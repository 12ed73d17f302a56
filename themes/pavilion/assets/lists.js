// A list of products, narrowed and ordered in place. Its address says all of its state, so that it
// can be shared and walked back to. Nothing is loaded before the shopper reaches for something.

const { KINDS, Panel, card, loadIndex, matching, part, words } = await import(
  document.querySelector("script[data-goods]").dataset.goods
);

const PAGE = 24;
const none = { first: 0, shown: PAGE };
const wide = matchMedia("(min-width: 70rem)");
const last = (key) => (a, b) => !key(a) - !key(b) || key(a) - key(b);
const ORDERS = {
  recommended: () => 0,
  "price-up": last((good) => good.fen),
  "price-down": last((good) => -good.fen),
  newest: last((good) => -good.added),
};

const stock = document.querySelector("[data-list]");
const { list, kind, id, index: url, total } = stock.dataset;
const shelf = stock.querySelector(".shelf");
const pages = stock.querySelector(".pages");
const row = stock.querySelector(".sorting");
const printed = [...row.querySelectorAll("a")].map((link) => link.dataset.order);
const own = [...shelf.children];
const served = stateOf({ pathname: location.pathname });

/** What an address says. first: how many goods stand before those shown; chosen: [kind, id] each. */
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

/** The address of a state, on the server's page in that order where there is one. */
function addressOf({ order, first, shown, chosen }) {
  const query = new URLSearchParams(chosen);
  let path = list;
  if (printed.indexOf(order) > 0) path += `${order}/`;
  else if (order !== "recommended") query.set("sort", order);
  if (first) path += `page/${first / PAGE + 1}/`;
  if (shown > PAGE) query.set("show", shown);
  return `${path}?${query}`.replace(/\?$/, "");
}

let state = stateOf(location);
let index, goods, latest, inDialog;

const panel = new Panel((chosen) => go({ ...state, ...none, chosen }));
const [orders, filter, dialog, chips, more] = ["orders", "filter", "dialog", "chips", "more"].map(
  (name) => part(name),
);
const side = document.createElement("div");
const found = document.createElement("p");
const told = document.createElement("div");

/** Loads the index, and makes the panel of it. Where that fails, says so and offers `again`. */
async function ready(again) {
  try {
    const loaded = await loadIndex(url);
    if (index) return true;
    index = loaded;
    goods = index.goods.filter((good) => kind === "all" || good.facts[kind].includes(id));
    orders.querySelector("[data-order=newest]").hidden = !goods.some((good) => good.added);
    panel.build(index, goods);
    return true;
  } catch {
    tell("failed", {}, again);
  }
}

/** Goes to a state. step: the method of `history` that gives it its address, if any. */
async function go(next, step = inDialog ? "replaceState" : "pushState") {
  latest = next;
  if (!(await ready(() => go(next, step))) || latest !== next) return;
  state = next;
  state.chosen = state.chosen.filter(named);
  if (step) history[step](null, "", addressOf(state));
  inDialog = dialog.open;
  show();
}

const named = ([kind, id]) => index.values[kind].find((one) => one.id === id);
const without = (one) => go({ ...state, ...none, chosen: state.chosen.filter((each) => each !== one) });

function show() {
  const { order, first, shown, chosen } = state;
  const all = matching(goods, chosen).sort((a, b) => a.soldOut - b.soldOut || ORDERS[order](a, b));
  const cards = all.slice(first, first + shown);
  // What the server made stays, so that no picture is asked for again
  const kept = !chosen.length && order === served.order && first === served.first ? own : [];
  shelf.replaceChildren(...kept, ...cards.slice(kept.length).map(card));
  if (pages) pages.hidden = !kept.length || shown > PAGE;
  panel.show(chosen);
  filter.lastElementChild.textContent = chosen.length ? ` (${chosen.length})` : "";
  found.textContent = chosen.length ? words("found", all.length) : "";
  chips.replaceChildren(...chosen.map((one) => chip("chip", () => without(one), named(one))));
  if (chosen.length) chips.append(chip("clear", () => go({ ...state, ...none, chosen: [] })));
  told.replaceChildren();
  if (!all.length) tell("nothing", { name: named(chosen.at(-1)) }, () => without(chosen.at(-1)));
  showOrders(all.length);
}

function showOrders(number) {
  const left = Math.min(PAGE, number - state.first - state.shown);
  more.hidden = left < 1;
  more.firstElementChild.textContent = words("more", left);
  for (const link of orders.querySelectorAll("a")) {
    const { order } = link.dataset;
    link.href = addressOf({ ...state, ...none, order });
    link.setAttribute("aria-current", order === state.order);
  }
}

/** A chip; where it was pressed, the keyboard goes on to the next one. */
function chip(name, pressed, value) {
  const item = part(name, { name: value });
  item.firstElementChild.onclick = async () => {
    const place = [...chips.children].indexOf(item);
    await pressed();
    (chips.children[place] ?? chips.lastElementChild ?? row).querySelector("button, a").focus();
  };
  return item;
}

function tell(name, values, pressed) {
  const line = part(name, values);
  line.querySelector("button").onclick = pressed;
  told.replaceChildren(line);
}

function lay() {
  dialog.close();
  (wide.matches ? side : dialog).append(panel.form);
}

side.className = "side";
told.className = "told";
stock.classList.add("sided");
found.setAttribute("role", "status");
row.replaceChildren(filter, orders);
row.after(chips, found, told);
stock.append(side, dialog);
shelf.after(more);
showOrders(total);
lay();
wide.addEventListener("change", lay);

const retry = () => ready(retry);

// The index is on its way when the hand is
for (const element of [row, side, more])
  element.addEventListener("pointerover", () => loadIndex(url).catch(() => {}), { once: true });
side.addEventListener("toggle", () => ready(retry), true);
side.addEventListener("focusin", () => loadIndex(url).then(retry, () => {}), { once: true });

orders.addEventListener("click", (event) => {
  const { order } = event.target.dataset;
  if (!order || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ ...state, ...none, order });
});
filter.addEventListener("click", async function open() {
  if (await ready(open)) dialog.showModal();
});
dialog.addEventListener("close", () => (inDialog = false));
more.addEventListener("click", async () => {
  const before = shelf.children.length;
  await go({ ...state, shown: state.shown + PAGE }, "replaceState");
  shelf.children[before]?.querySelector("a").focus();
});

// A page that is left remembers where the shopper stood, for when it is made again
addEventListener("pagehide", () => history.replaceState({ y: scrollY }, ""));
addEventListener("popstate", () => addressOf(stateOf(location)) !== addressOf(state) && go(stateOf(location), null));
if (addressOf(state) !== addressOf(served)) {
  const y = history.state?.y ?? 0;
  go(state, null).then(() => scrollTo(0, y));
}

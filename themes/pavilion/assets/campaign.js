// Group buys by the shopper's clock, between two builds. The page says what is so at the build (parts/stages.html);
// a state is only ever followed by a later one, so a clock that is slow takes nothing back.
const ORDER = ["before", "open", "over"];
const MINUTE = 60_000;

const buys = [...document.querySelectorAll("[data-opens]")].map((element) => ({
  element,
  built: ORDER.indexOf(element.dataset.state),
  shown: ORDER.indexOf(element.dataset.state),
  edges: [Date.parse(element.dataset.opens), Date.parse(element.dataset.closes)],
  parts: [...element.querySelectorAll("[data-in]")].filter((part) => part.closest("[data-opens]") === element),
  timer: element.querySelector("[role=timer]"),
}));

function turn(buy, stage) {
  const state = ORDER[stage];
  if (buy.element.classList.contains(ORDER[buy.shown])) buy.element.classList.replace(ORDER[buy.shown], state);
  for (const part of buy.parts) part.hidden = !part.dataset.in.split(" ").includes(state);
  buy.shown = stage;
}

// Printed words in the plural form of a number, as words() of goods.js; nothing for none
const plurals = new Intl.PluralRules(document.documentElement.lang);
function count(name, number) {
  const find = (form) => document.querySelector(`[data-words="${name} ${form}"]`);
  const words = find(plurals.select(number)) ?? find("other");
  return number ? words.content.textContent.replace(/\d+/, number) : "";
}

function left(timer, pattern, milliseconds) {
  const minutes = Math.ceil(milliseconds / MINUTE);
  const text = timer.dataset.time
    .replace("{d}", count("day", Math.floor(minutes / 1440)))
    .replace("{h}", count("hour", Math.floor(minutes / 60) % 24))
    .replace("{m}", count("minute", minutes % 60));
  return pattern.replace("{}", text.replace(/ +/g, " ").trim());
}

let next;
function look() {
  clearTimeout(next);
  const now = Date.now();
  let wait = Infinity;
  for (const buy of buys) {
    const stage = Math.max(buy.built, buy.edges.filter((edge) => edge <= now).length);
    if (stage !== buy.shown) turn(buy, stage);
    const edge = buy.edges[stage];
    if (edge) wait = Math.min(wait, (edge - now) % MINUTE || MINUTE);
    if (buy.timer) buy.timer.textContent = edge ? left(buy.timer, buy.timer.dataset[ORDER[stage]], edge - now) : "";
  }
  if (wait < Infinity) next = setTimeout(look, wait);
}

addEventListener("pageshow", look);
document.addEventListener("visibilitychange", () => document.hidden || look());
look();

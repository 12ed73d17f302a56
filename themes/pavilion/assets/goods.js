// Goods of a pavilion in script: their index, their cards, and the facets that tell them apart.
// Words and markup are those of the <template>s in parts/facets.html and parts/cards.html.

/** Kinds of facts: values of one kind are OR, kinds are AND. */
export const KINDS = ["category", "region", "price", "merchant", "stock", "campaign", "tax"];
const SHOWN = 8; // values of a kind, those of the most goods; the rest is folded

/** The element of a pattern, filled. A value is a text, {text, lang} or nothing. */
export function part(name, values = {}) {
  return filled(document.querySelector(`[data-part="${name}"]`), values).firstElementChild;
}

function filled(template, values) {
  const copy = document.importNode(template.content, true);
  for (const branch of copy.querySelectorAll("[data-if]")) {
    const [, not, name] = /(!?)(.+)/.exec(branch.dataset.if);
    branch.replaceWith(!values[name] === !!not ? filled(branch, values) : "");
  }
  for (const slot of copy.querySelectorAll("slot")) slot.replaceWith(shown(values[slot.name]));
  for (const element of copy.querySelectorAll("*"))
    // All of them, so that their order stays
    for (const { name, value } of [...element.attributes]) {
      const put = name.replace("data-put-", "");
      element.removeAttribute(name);
      element.setAttribute(put, put === name ? value : values[value]);
    }
  return copy;
}

function shown(value) {
  if (!value?.lang) return value?.text ?? value ?? "";
  const span = document.createElement("span");
  span.lang = value.lang;
  span.textContent = value.text;
  return span;
}

/** Printed words; with a number in the plural form that it takes, for which an example is printed. */
export function words(name, n) {
  const form = n === undefined ? "" : new Intl.PluralRules(document.documentElement.lang).select(n);
  const find = (key) => document.querySelector(`[data-words="${key.trim()}"]`)?.content.textContent;
  return (find(`${name} ${form}`) ?? find(`${name} other`)).replace(/\d+/, n);
}

const asked = {};

/** The index at an address; where it cannot be had, the next call asks again. */
export function loadIndex(url) {
  asked[url] ??= fetch(url)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(read);
  asked[url].catch(() => delete asked[url]);
  return asked[url];
}

/** The arrays of pages/search_index.py as things with names. */
function read(raw) {
  const named = (list = []) => list.map(([id, text, others, lang]) => ({ id, text, others, lang }));
  const tree = raw.categories ?? [];
  const categories = named(tree.map(([one]) => one));
  const line = (at) => (at < 0 ? [] : [...line(tree[at][1]), categories[at]]);
  categories.forEach((one, at) => (one.level = line(at).length));
  const regions = named(raw.regions);
  const merchants = named(raw.merchants);
  const bands = (raw.bands ?? []).map(([fen, text]) => ({ id: `${fen}`, fen, text }));
  const goods = (raw.goods ?? []).map((row) => {
    const [id, text, others, category, region, merchant, fen, flags, price, local, unit] = row;
    const [picture, width, height, added, gtin, tags, lang] = row.slice(11);
    const has = (flag) => !!(flags & flag);
    const good = { id, text, others, lang, fen, price, local, unit, picture, width, height, added,
      gtin, tags, url: `${raw.base}products/${id}/`, category: categories[category],
      region: regions[region], merchant: merchants[merchant], soldOut: has(1), campaign: has(2),
      about: has(4), estimated: has(8), included: has(16) };
    const band = bands.filter((one) => fen && one.fen <= fen).pop();
    const ids = (...things) => things.flatMap((one) => (one ? [one.id ?? "1"] : []));
    good.facts = { category: ids(...line(category)), region: ids(good.region), price: ids(band),
      merchant: ids(good.merchant), stock: ids(!good.soldOut), campaign: ids(good.campaign),
      tax: ids(good.included) };
    return good;
  });
  const values = { category: categories, region: regions, price: bands, merchant: merchants };
  for (const kind of KINDS) values[kind] ??= [{ id: "1", text: words(kind) }];
  return { ...raw, categories, regions, merchants, bands, goods, values };
}

/** A good on the shelf: what cards.good() prints. */
export function card(good) {
  const state = good.soldOut ? "sold-out" : good.campaign ? "campaign" : "";
  const also = good.local || good.unit;
  const item = part("good", { ...good, name: good, also, campaign: false, [state]: true });
  if (state) item.classList.add(state);
  return item;
}

/** Goods with all that is chosen. chosen: [kind, id] each; but: a kind to be passed over. */
export function matching(goods, chosen, but) {
  const wanted = {};
  for (const [kind, id] of chosen) if (kind !== but) (wanted[kind] ??= []).push(id);
  const has = (good, [kind, ids]) => ids.some((id) => good.facts[kind].includes(id));
  return goods.filter((good) => Object.entries(wanted).every((one) => has(good, one)));
}

/** How rest goods each value of a kind has, with what is chosen of the other kinds. */
function counts(goods, chosen, kind) {
  const found = {};
  for (const good of matching(goods, chosen, kind))
    for (const id of good.facts[kind]) found[id] = (found[id] ?? 0) + 1;
  return found;
}

/** The form of facets. changed: is told what is chosen after each choice. */
export class Panel {
  constructor(changed) {
    this.form = part("panel");
    this.form.addEventListener("change", ({ target: { name, value, checked } }) => {
      const rest = this.chosen.filter(([kind, id]) => kind !== name || id !== value);
      changed(checked ? [...rest, [name, value]] : rest);
    });
  }

  /** Takes the values that some of the goods have and some have not. */
  build(index, goods) {
    this.goods = goods;
    for (const box of this.form.querySelectorAll("[data-kind]")) {
      const { kind } = box.dataset;
      const all = counts(goods, [], kind);
      const useful = index.values[kind].filter(({ id }) => all[id] < goods.length);
      const rest = [...useful].sort((a, b) => all[b.id] - all[a.id]).slice(SHOWN);
      const rows = (list) =>
        list.map((one) => {
          const label = part("value", { name: one, kind, id: one.id });
          label.classList.toggle("below", one.level > 1);
          return label;
        });
      const place = box.querySelector("fieldset") ?? box;
      box.hidden = !useful.length;
      place.append(...rows(useful.filter((one) => !rest.includes(one))));
      if (!rest.length) continue;
      place.append(part("rest", { count: rest.length }));
      place.lastElementChild.append(...rows(useful.filter((one) => rest.includes(one))));
    }
    this.show([]);
  }

  /** Shows what is chosen, and how rest goods each value would give. */
  show(chosen) {
    this.chosen = chosen;
    for (const input of this.form.querySelectorAll("input")) {
      const { name, value, parentElement: label } = input;
      const n = counts(this.goods, chosen, name)[value] ?? 0;
      input.checked = chosen.some(([kind, id]) => kind === name && id === value);
      label.classList.toggle("none", !n);
      label.lastElementChild.textContent = n;
      if (input.checked) for (let up = label; (up = up.parentElement.closest("details")); ) up.open = true;
    }
    this.form.querySelector("[data-done]").textContent = words("see", matching(this.goods, chosen).length);
  }
}

// Index, cards and facets of a pavilion's goods (docs/themes.md, "Scripts").

export const KINDS = ["category", "region", "price", "merchant", "stock", "campaign", "tax"];
const SHOWN = 8;

/** The element of a printed pattern. A value is a text, {text, lang} or nothing. */
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
    // all, so that their order stays
    for (const { name, value } of [...element.attributes]) {
      const put = name.replace("data-put-", "");
      element.removeAttribute(name);
      const text = put === name ? value : values[value];
      if (put === name || text !== "") element.setAttribute(put, text);
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

/** Printed words, in the plural form of n. */
export function words(name, n) {
  const find = (key) => document.querySelector(`[data-words="${key}"]`)?.content.textContent;
  if (n === undefined) return find(name);
  const form = new Intl.PluralRules(document.documentElement.lang).select(n);
  return (find(`${name} ${form}`) ?? find(`${name} other`)).replace(/\d+/, n);
}

const asked = {};

/** The index at an address, and `raw` as it came; after a failure the next call asks again. */
export function loadIndex(url) {
  asked[url] ??= fetch(url)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(read);
  asked[url].catch(() => delete asked[url]);
  return asked[url];
}

// The arrays of pages/search_index.py
function read(raw) {
  const named = (list = []) => list.map(([id, text, others, lang]) => ({ id, text, others, lang }));
  const tree = raw.categories ?? [];
  const categories = named(tree.map(([one]) => one));
  const line = (at) => (at < 0 ? [] : [...line(tree[at][1]), categories[at]]);
  categories.forEach((one, at) => (one.level = line(at).length));
  const [regions, merchants] = [named(raw.regions), named(raw.merchants)];
  const bands = (raw.bands ?? []).map(([fen, text]) => ({ id: `${fen}`, fen, text }));
  const ids = (...things) => things.flatMap((one) => (one ? [one.id ?? "1"] : []));
  const goods = (raw.goods ?? []).map((row) => {
    const [id, text, others, category, region, merchant, fen, flags, price, local, unit] = row;
    const [picture, width, height, added, gtin, tags, lang, avif, webp, tone] = row.slice(11);
    const [soldOut, campaign, about, estimated, included] = [1, 2, 4, 8, 16].map((n) => !!(flags & n));
    const good = { id, text, others, lang, fen, price, local, unit, picture, width, height, avif,
      webp, tone, added, gtin, tags, soldOut, campaign, about, estimated, included, url: `${raw.base}products/${id}/`,
      category: categories[category], region: regions[region], merchant: merchants[merchant] };
    good.facts = { category: ids(...line(category)), region: ids(good.region),
      merchant: ids(good.merchant), price: ids(bands.filter((one) => fen && one.fen <= fen).pop()),
      stock: ids(!soldOut), campaign: ids(campaign), tax: ids(included) };
    return good;
  });
  const values = { category: categories, region: regions, price: bands, merchant: merchants };
  for (const kind of KINDS) values[kind] ??= [{ id: "1", text: words(kind) }];
  return { ...raw, raw, categories, regions, merchants, bands, goods, values };
}

/** What cards.good() prints. */
export function card(good) {
  const state = good.soldOut ? "sold-out" : good.campaign ? "campaign" : "";
  const also = good.local || good.unit;
  const drawing = good.picture && !good.avif;
  const item = part("good", { ...good, name: good, also, drawing, campaign: false, [state]: true });
  if (good.soldOut) item.classList.add(state);
  return item;
}

/** Goods with all that is chosen ([kind, id] each), but for one kind. */
export function matching(goods, chosen, but) {
  const wanted = {};
  for (const [kind, id] of chosen) if (kind !== but) (wanted[kind] ??= []).push(id);
  const kinds = Object.entries(wanted);
  return goods.filter(({ facts }) => kinds.every(([kind, ids]) => ids.some((id) => facts[kind].includes(id))));
}

function counts(goods, chosen, kind) {
  const found = {};
  for (const { facts } of matching(goods, chosen, kind))
    for (const id of facts[kind]) found[id] = (found[id] ?? 0) + 1;
  return found;
}

/** The form of facets; tells `changed` what is chosen. */
export class Panel {
  constructor(changed) {
    this.form = part("panel");
    this.form.addEventListener("change", ({ target: { name, value, checked } }) => {
      const rest = this.chosen.filter(([kind, id]) => kind !== name || id !== value);
      changed((this.chosen = checked ? [...rest, [name, value]] : rest));
    });
  }

  build(index, goods) {
    this.goods = goods;
    for (const box of this.form.querySelectorAll("[data-kind]")) {
      const { kind } = box.dataset;
      const all = counts(goods, [], kind);
      // What all goods have tells none from another
      const useful = index.values[kind].filter(({ id }) => all[id] < goods.length);
      const rest = [...useful].sort((a, b) => all[b.id] - all[a.id]).slice(SHOWN);
      const place = box.querySelector("fieldset") ?? box;
      const fold = rest.length ? part("rest", { count: rest.length }) : "";
      box.hidden = !useful.length;
      for (const one of useful) {
        const label = part("value", { name: one, kind, id: one.id });
        label.classList.toggle("below", one.level > 1);
        (rest.includes(one) ? fold : place).append(label);
      }
      place.append(fold);
    }
    this.show([]);
  }

  show(chosen) {
    this.chosen = chosen;
    const found = {};
    for (const input of this.form.querySelectorAll("input")) {
      const { name, value, parentElement: label } = input;
      found[name] ??= counts(this.goods, chosen, name);
      const n = found[name][value] ?? 0;
      input.checked = chosen.some(([kind, id]) => kind === name && id === value);
      label.classList.toggle("none", !n);
      label.lastElementChild.textContent = n;
      for (let up = label; input.checked && up; up = up.parentElement.closest("details")) up.open = true;
    }
    this.form.querySelector("[data-done]").textContent = words("see", matching(this.goods, chosen).length);
  }
}

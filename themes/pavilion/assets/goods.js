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
  const form = new Intl.PluralRules(document.documentElement.lang).select(n);
  const find = (form) => document.querySelector(`[data-words="${name} ${form}"]`);
  return (find(form) ?? find("other")).content.textContent.replace(/\d+/, n);
}

const asked = {};

/** The index at an address; after a failure the next call asks again. */
export function loadIndex(url) {
  asked[url] ??= fetch(url)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(read);
  asked[url].catch(() => delete asked[url]);
  return asked[url];
}

/** The arrays of pages/search_index.py, as things. */
export function read({ base, country, sounds, variants, ...raw }) {
  const named = (kind, list = raw[kind] ?? []) =>
    list.map(([id, text, others, lang]) => ({ id, text, others, lang, url: `${base}${kind}/${id}/` }));
  const tree = raw.categories ?? [];
  const categories = named("categories", tree.map(([one]) => one));
  const line = (at) => (at < 0 ? [] : [...line(tree[at][1]), categories[at]]);
  categories.forEach((one, at) => (one.line = line(at)));
  const [regions, merchants] = [named("regions"), named("merchants")];
  const bands = (raw.bands ?? []).map(([fen, text]) => ({ id: `${fen}`, text }));
  const ids = (...things) => things.flatMap((one) => (one ? [one.id ?? "1"] : []));
  const goods = (raw.goods ?? []).map((row) => {
    const [id, text, others, category, region, merchant, fen, flags, price, local, unit] = row;
    const [picture, width, height, added, gtin, tags, lang, avif, webp, tone] = row.slice(11);
    const [soldOut, campaign, about, estimated, included] = [1, 2, 4, 8, 16].map((n) => !!(flags & n));
    return { id, text, others, lang, fen, price, local, unit, picture, width, height, avif, webp, tone,
      added, gtin, tags, soldOut, campaign, about, estimated, included, url: `${base}products/${id}/`,
      category: categories[category], region: regions[region], merchant: merchants[merchant],
      facts: { category: ids(...line(category)), region: ids(regions[region]),
        merchant: ids(merchants[merchant]), price: ids(bands.filter((one) => fen && one.id <= fen).pop()),
        stock: ids(!soldOut), campaign: ids(campaign), tax: ids(included) } };
  });
  const pages = (raw.pages ?? []).map(([url, text, others, kind, , lang]) => ({ url, text, others, kind, lang }));
  const pavilions = (raw.pavilions ?? []).map(([, text, others, url, index]) => ({ text, others, url, index }));
  const values = { category: categories, region: regions, price: bands, merchant: merchants };
  return { country, sounds, variants, pavilions, goods, pages, values };
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
  const has = (facts, kind) => chosen.some(([other, id]) => other === kind && facts[kind].includes(id));
  return goods.filter(({ facts }) => chosen.every(([kind]) => kind === but || has(facts, kind)));
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
    this.values = { ...index.values };
    for (const box of this.form.querySelectorAll("[data-kind]")) {
      const { kind } = box.dataset;
      const values = (this.values[kind] ??= [{ id: "1", text: box.textContent }]);
      const all = counts(goods, [], kind);
      // What all goods have tells none from another
      const useful = values.filter(({ id }) => all[id] < goods.length);
      const rest = [...useful].sort((a, b) => all[b.id] - all[a.id]).slice(SHOWN);
      const place = box.querySelector("fieldset") ?? box;
      const fold = rest.length ? part("rest", { count: rest.length }) : "";
      box.hidden = !useful.length;
      for (const one of useful) {
        const label = part("value", { name: one, kind, id: one.id });
        label.classList.toggle("below", one.line?.length > 1);
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

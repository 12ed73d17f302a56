// Finding things by what people type: Han, pinyin, initials, other languages, a slip of the keyboard.
// Pure: no page, no network. What is found and in which order: docs/search.md.

const HAN = /[\u3400-\u9fff]/;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th" };
const SLIP_FROM = 5; // letters of a Latin word in which one slip is forgiven
const DIGITS_FROM = 6; // of a GTIN

/** A text as typing and names have it in common: no case, accents, width; one space for marks. */
export function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
  return plain
    .replace(/['’ʼ]/g, "")
    .replace(/[ßæœøđðłıþ]/g, (letter) => LETTERS[letter])
    .replace(/[\s\p{P}\p{S}]+/gu, " ")
    .trim();
}

/** Where each unit of a folded text came from: [folded text, place in the text of each unit]. */
function foldedFrom(text) {
  let whole = "";
  const places = [];
  let place = 0;
  for (const letter of text) {
    const gap = /[\s\p{P}\p{S}]/u.test(letter) && !/['’ʼ]/.test(letter);
    const piece = gap ? (whole && !whole.endsWith(" ") ? " " : "") : fold(letter);
    for (let n = 0; n < piece.length; n += 1) places.push(place);
    whole += piece;
    place += letter.length;
  }
  places.push(place);
  return [whole, places];
}

/** All that an index names, as things that can be found. number: 0 for the page's own index. */
export function things(index, number = 0) {
  const found = [];
  const add = (kind, items, more = () => ({})) => {
    for (const item of items)
      found.push({ kind, index, item, texts: texts(item), category: [], near: [], digits: "", soldOut: false, ...more(item) });
  };
  if (number === 0) add("pavilion", index.pavilions);
  for (const kind of ["category", "region", "merchant"]) add(kind, index.values[kind]);
  add("good", index.goods, ({ category, region, merchant, tags, gtin, soldOut }) => ({
    category: category ? category.line.flatMap(texts) : [],
    near: [region, merchant, { text: tags, others: "" }].flatMap((one) => (one ? texts(one) : [])),
    digits: gtin,
    soldOut,
  }));
  for (const page of index.pages) {
    if (page.kind !== "campaign" || number === 0) add(page.kind, [page]); // the portal has them all
  }
  return found;
}

function texts({ text, others }) {
  return [text, ...others.split("\n")].map(fold).filter(Boolean);
}

/** What is known of characters: by the indexes, and by the sounds of common ones once they are there. */
export class Sounds {
  constructor() {
    this.readings = new Map();
    this.plain = new Map();
    this.begun = new Map();
  }

  /** sounds: pinyin to characters; variants: pairs of a traditional form and its character. */
  add(sounds = {}, variants = "") {
    this.begun.clear();
    for (const [sound, characters] of Object.entries(sounds)) {
      for (const character of characters) {
        const known = this.readings.get(character) ?? new Reading();
        this.readings.set(character, known);
        known.add(sound);
      }
    }
    const pairs = [...variants];
    for (let n = 0; n < pairs.length; n += 2) this.plain.set(pairs[n], pairs[n + 1]);
  }

  of(character) {
    return this.readings.get(character) ?? SILENT;
  }

  /** The letters with which a character of `text` can be typed: most texts are told apart by these. */
  beginnings(text) {
    let known = this.begun.get(text);
    if (known === undefined) {
      const han = [...text].filter((character) => HAN.test(character));
      const sounds = han.flatMap((character) => this.of(character).blurred);
      const full = han.flatMap((character) => this.of(character).full);
      known = [...new Set([...han, ...[...sounds, ...full].map((sound) => sound[0])])].join("");
      this.begun.set(text, known);
    }
    return known;
  }

  simplified(text) {
    return [...text].map((character) => this.plain.get(character) ?? character).join("");
  }
}

/** How one character is typed: in full, by its initials, as it may be heard. */
class Reading {
  constructor() {
    this.full = [];
    this.initials = [];
    this.blurred = [];
  }

  add(sound) {
    const initials = /^[zcs]h/.test(sound) ? [sound[0], sound.slice(0, 2)] : [sound[0]];
    const put = (list, one) => list.includes(one) || list.push(one);
    put(this.full, sound);
    put(this.blurred, blurred(sound));
    initials.forEach((one) => put(this.initials, one));
  }
}

const SILENT = new Reading();

/** Sounds that many speakers do not tell apart become one: zh z, ch c, sh s, ng n, l n. */
export function blurred(sound) {
  return sound.replace(/([zcs])h/g, "$1").replace(/ng/g, "n").replace(/l/g, "n");
}

/** The end of what `query` types of `text` from `start`, or -1. spelling: which of its readings. */
function typedTo(query, text, start, sounds, spelling) {
  const from = (typed, place) => {
    if (typed === query.length) return place;
    if (place >= text.length) return -1;
    const character = text[place];
    if (character === " ") return from(typed, place + 1);
    if (query[typed] === character) {
      const end = from(typed + 1, place + 1);
      if (end >= 0) return end;
    }
    for (const sound of sounds.of(character)[spelling]) {
      if (query[typed] !== sound[0]) continue;
      const rest = query.length - typed;
      if (rest < sound.length) {
        if (query.endsWith(sound.slice(0, rest))) return place + 1;
      } else if (query.startsWith(sound, typed)) {
        const end = from(typed + sound.length, place + 1);
        if (end >= 0) return end;
      }
    }
    return -1;
  };
  return from(0, start);
}

/** A way: [start, end] of what is typed in pinyin, the first there is; null for none. */
function heard(sounds, spelling) {
  return (query, text) => {
    if (!/[a-z]/.test(query)) return null;
    const typed = spelling === "blurred" ? blurred(query) : query;
    if (!sounds.beginnings(text).includes(typed[0])) return null;
    for (let start = 0; start < text.length; start += 1) {
      if (!HAN.test(text[start])) continue;
      const end = typedTo(typed, text, start, sounds, spelling);
      if (end >= 0) return [start, end];
    }
    return null;
  };
}

/** [start, end] of `query` as it stands in `text`; inside a Latin word only from three letters on. */
function standing(query, text) {
  let start = text.indexOf(query);
  while (start >= 0) {
    const inside = start > 0 && text[start - 1] !== " " && !HAN.test(text[start - 1]);
    if (!inside || query.length > 2 || HAN.test(query[0])) return [start, start + query.length];
    start = text.indexOf(query, start + 1);
  }
  return null;
}

/** A way: [start, end] of characters that sound like those of the query. */
function sounding(sounds) {
  const same = (one, other) =>
    one === other || sounds.of(one).blurred.some((sound) => sounds.of(other).blurred.includes(sound));
  return (query, text) => {
    const typed = [...query];
    if (!typed.every((character) => HAN.test(character))) return null;
    for (let start = 0; start + typed.length <= text.length; start += 1) {
      if (typed.every((character, n) => same(character, text[start + n]))) {
        return [start, start + typed.length];
      }
    }
    return null;
  };
}

/** Whether one letter too many, too few, another one, or two in the wrong order make `word`. */
export function slipped(typed, word) {
  const longer = Math.max(typed.length, word.length);
  if (longer - Math.min(typed.length, word.length) > 1) return false;
  let n = 0;
  while (n < longer && typed[n] === word[n]) n += 1;
  const [a, b] = [typed.slice(n), word.slice(n)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

function mistyped(query, text) {
  if (query.length < SLIP_FROM || !/^[a-z]+$/.test(query)) return null;
  let start = 0;
  for (const word of text.split(" ")) {
    if (word.length >= SLIP_FROM - 1 && slipped(query, word)) return [start, start + word.length];
    start += word.length + 1;
  }
  return null;
}

/** The ways in which something typed may be meant, the best first; the later ones forgive. */
function ways(sounds) {
  const pinyin = ["full", "initials", "blurred"].map((spelling) => heard(sounds, spelling));
  return [standing, ...pinyin, sounding(sounds), mistyped];
}

const FORGIVING = 3; // the first way that forgives; tried only where the others find nothing
const NEVER = Infinity;

/** Finds among things. */
export class Finder {
  constructor(all, sounds) {
    this.things = all;
    this.sounds = sounds;
    this.ways = ways(sounds);
  }

  /** [{thing, score}] for what is typed, the best first; nothing for nothing. */
  find(typed) {
    const queries = this.queries(typed);
    for (const [first, last] of [[0, FORGIVING], [FORGIVING, this.ways.length]]) {
      const words = [...new Set(queries.flat())];
      const scores = new Map(words.map((word) => [word, this.scores(word, first, last)]));
      const found = [];
      this.things.forEach((thing, at) => {
        const one = (word) => scores.get(word)[at];
        const score = Math.min(...queries.map((query) => Math.max(...query.map(one))));
        if (score < NEVER) found.push({ thing, score });
      });
      if (found.length) return found.sort((a, b) => a.score - b.score || a.thing.soldOut - b.thing.soldOut);
    }
    return [];
  }

  /** What is typed: as a whole, without its spaces, and as words that all have to be found. */
  queries(typed) {
    const text = this.sounds.simplified(fold(typed));
    if (!text) return [];
    const words = text.split(" ");
    if (words.length === 1) return [[text]];
    const joined = words.join("");
    const sounded = HAN.test(joined) || /^[a-z]+$/.test(joined);
    return [[text], ...(sounded ? [[joined]] : []), words];
  }

  /** How well each thing answers a word, the lower the better; by the ways from `first` to `last`. */
  scores(word, first, last) {
    const tried = this.ways.map(() => new Map()); // many things stand near the same merchant
    const place = (way, text) => {
      let found = tried[way].get(text);
      if (found === undefined) tried[way].set(text, (found = this.ways[way](word, text)));
      return found;
    };
    return this.things.map((thing) => {
      if (word.length >= DIGITS_FROM && thing.digits.startsWith(word)) return 0;
      for (let way = first; way < last; way += 1) {
        const rank = ranked(thing, (text) => place(way, text));
        if (rank < NEVER) return way * 10 + rank;
      }
      return NEVER;
    });
  }

  /** Names and words of names that are spelt most like what is typed, where nothing was found. */
  nearest(typed, most = 3) {
    const query = fold(typed);
    const known = new Map();
    for (const thing of this.things) {
      const words = HAN.test(query) ? thing.texts : thing.texts.flatMap((text) => [text, ...text.split(" ")]);
      for (const word of words) {
        const alike = Math.abs(word.length - query.length) <= Math.max(1, query.length / 3);
        if (alike && !known.has(word)) known.set(word, likeness(query, word));
      }
    }
    const like = [...known].filter(([, share]) => share >= LIKE).sort((a, b) => b[1] - a[1]);
    return like.slice(0, most).map(([word]) => word);
  }

  /** [start, end] of each part of `name` that answers what is typed, for marking. */
  marks(typed, name) {
    const [text, places] = foldedFrom(name);
    for (const words of this.queries(typed)) {
      const found = words.map((word) => this.ways.map((way) => way(word, text)).find(Boolean));
      if (found.every(Boolean)) return merged(found.map(([a, b]) => [places[a], places[b]]));
    }
    return [];
  }
}

const LIKE = 0.5;

/** How much two texts have in common, 0 to 1: the pairs of letters that stand in both (Dice). */
function likeness(one, other) {
  const pairs = (text) => new Set([...text].map((letter, n, all) => letter + (all[n + 1] ?? "")));
  const [a, b] = [pairs(one), pairs(other)];
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

/** 0 for the name itself, 1 for a part of it and its category, 2 for its beginning, 3 for a part,
    4 for what it stands near. place: where a text answers. */
function ranked(thing, place) {
  let best = NEVER;
  for (const text of thing.texts) {
    const found = place(text);
    if (found) best = Math.min(best, found[0] > 0 ? 3 : found[1] < text.length ? 2 : 0);
  }
  // Honey in the category honey comes before sweets whose name begins with honey
  if (best > 1 && best < NEVER && thing.category.some(place)) return 1;
  if (best === NEVER && (thing.category.some(place) || thing.near.some(place))) return 4;
  return best;
}

function merged(ranges) {
  const joined = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

// Finds with the theme's own finder, for tests: {site, index, queries, sounds} on stdin, one JSON answer.
import { readFileSync } from "node:fs";
import { Finder, Sounds, things } from "../../themes/pavilion/assets/finder.js";
import { read } from "../../themes/pavilion/assets/goods.js";

const asked = JSON.parse(readFileSync(0, "utf-8"));
const json = (address) => JSON.parse(readFileSync(asked.site + address, "utf-8"));
const first = read(json(asked.index));
const others = first.country ? [] : first.pavilions.map(({ index }) => read(json(index)));
const indexes = [first, ...others];
const heard = new Sounds();
for (const index of indexes) heard.add(index.sounds, index.variants);
if (asked.sounds) heard.add(json(asked.sounds).sounds);
const finder = new Finder(indexes.flatMap(things), heard);
const listOf = ({ values, ...index }, kind) => values[kind] ?? index[`${kind}s`] ?? index.pages;
const answers = asked.queries.map((query) =>
  finder.find(query).map(({ thing, score }) => {
    const { kind, index, item } = thing;
    const place = listOf(index, kind).indexOf(item);
    const { id = "", text: name } = item;
    return { kind, country: index.country ?? "", place, id, name, score, marks: finder.marks(query, name) };
  }),
);
const nearest = asked.queries.map((query) => finder.nearest(query));
process.stdout.write(JSON.stringify({ answers, nearest }));

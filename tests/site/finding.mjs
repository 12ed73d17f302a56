// Finds with the theme's own finder, for tests: {site, index, queries, sounds} on stdin, one JSON answer.
import { readFileSync } from "node:fs";
import { Finder, Sounds, things } from "../../themes/pavilion/assets/finder.js";

const asked = JSON.parse(readFileSync(0, "utf-8"));
const read = (address) => JSON.parse(readFileSync(asked.site + address, "utf-8"));
const first = read(asked.index);
const others = first.country ? [] : first.pavilions.map(([, , , , index]) => read(index));
const indexes = [first, ...others];
const heard = new Sounds();
for (const index of indexes) heard.add(index.sounds, index.variants);
if (asked.sounds) heard.add(read(asked.sounds).sounds);
const finder = new Finder(indexes.flatMap(things), heard);
const answers = asked.queries.map((query) =>
  finder.find(query).map(({ thing, score }) => {
    const { kind, number, place, name } = thing;
    const id = kind === "good" ? indexes[number].goods[place][0] : "";
    return { kind, country: indexes[number].country ?? "", place, id, name, score, marks: finder.marks(query, name) };
  }),
);
const nearest = asked.queries.map((query) => finder.nearest(query));
process.stdout.write(JSON.stringify({ answers, nearest }));

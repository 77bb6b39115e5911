// What the first visit to each page costs: its HTML, style sheets and scripts as a host sends them that
// compresses with gzip, the heaviest first.
//
//   node tests/bench/first-visit.mjs [SITE]          public
import path from 'node:path';
import { listPages, measureFirstVisit, site } from '../browser/tools.mjs';

const folder = process.argv[2] ? path.resolve(process.argv[2]) : site;
const pages = listPages(folder).pages.map((name) => ({ name, bytes: measureFirstVisit(folder, name) }));
pages.sort((one, other) => other.bytes - one.bytes);
for (const { name, bytes } of pages) console.log(`${bytes} ${name}`);

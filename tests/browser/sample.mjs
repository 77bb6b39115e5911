// The pages that stand for all others where a look at each would take too long: one of each layout of
// the frozen site, and one of the site in Urdu, which is written from right to left. Those with
// `true` are walked through by keyboard as well, which takes longest.
import path from 'node:path';
import { after, before } from 'node:test';
import { root } from '../tools.mjs';
import { launchBrowser, serveSite } from './tools.mjs';

const sites = path.resolve(process.env.SIGNPOST_SITES ?? path.join(root, 'build/sites'));

export const sample = [
  ['frozen', 'index.html', true],
  ['frozen', 'audiences/children.html'],
  ['frozen', 'factsheets/mediation/all.html'],
  ['frozen', 'factsheets/mediation/the-meeting.html', true],
  ['frozen', 'a-to-z.html', true],
  ['frozen', 'about/time-limits.html'],
  ['frozen', 'about/what-we-publish.html'],
  ['frozen', 'standards/index.html'],
  ['frozen', 'reports/annual-report-2017-18.html', true],
  ['frozen', 'workshops/this-term.html', true],
  ['frozen', 'search.html', true],
  ['frozen', 'languages.ur.html'],
  ['urdu', 'factsheets/plan.html', true],
].map(([site, name, isWalked = false]) => ({ site, name, isWalked, title: `${site} ${name}` }));

// Opens the browser and serves the sites of the sample while a file's tests run. Returns the browser,
// and the site's address by its name, once the tests have begun. `begin` is called with them first.
export function useSample(begin = () => {}) {
  const used = { baseUrls: {} };
  const servers = [];
  before(async () => {
    used.browser = await launchBrowser();
    for (const site of new Set(sample.map((each) => each.site))) {
      const server = await serveSite(path.join(sites, site));
      servers.push(server);
      used.baseUrls[site] = server.baseUrl;
    }
    await begin(used);
  });
  after(async () => {
    await used.browser.close();
    for (const server of servers) server.close();
  });
  return used;
}

// A file's name of a page of the sample: "frozen-about-time-limits".
export function fileNameOf({ site, name }) {
  return `${site}-${name.replace(/\.html$/, '').replaceAll('/', '-')}`;
}

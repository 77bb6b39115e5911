// Lighthouse's four marks of a page of each layout, on a phone as Lighthouse imagines one, and what took
// points away. Nothing leaves the machine. The marks for speed need a machine that does nothing else.
//
//   node tests/bench/lighthouse.mjs [SITE [PAGE…]]          public, eight pages
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser, serveSite } from '../browser/tools.mjs';
import { nodeModulesOf, root } from '../tools.mjs';

const [folder = path.join(root, 'public'), ...names] = process.argv.slice(2);
if (names.length === 0) {
  names.push('index.html', 'factsheets/mediation.html', 'factsheets/mediation/all.html', 'audiences/children.html',
    'a-to-z.html', 'reports/annual-report-2017-18.html', 'workshops/this-term.html', 'search.html');
}
const port = 9222;
const main = path.join(nodeModulesOf(path.join(root, 'tests/bench/lighthouse')), 'lighthouse/core/index.js');
const { default: lighthouse } = await import(pathToFileURL(main).href);

const server = await serveSite(path.resolve(folder));
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
for (const name of names) {
  const { lhr } = await lighthouse(server.baseUrl + name, { port, logLevel: 'error' });
  const marks = Object.values(lhr.categories).map(({ title, score }) => `${title} ${Math.round(100 * score)}`);
  console.log(`${name}: ${marks.join(', ')}`);
  for (const { auditRefs } of Object.values(lhr.categories)) {
    for (const { id, weight } of auditRefs) {
      const { score, title, displayValue = '' } = lhr.audits[id];
      if (weight > 0 && score !== null && score < 0.9) console.log(`  ${id}: ${title} ${displayValue}`);
    }
  }
}
await browser.close();
server.close();

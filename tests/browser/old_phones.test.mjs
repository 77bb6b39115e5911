// The style sheet as old phones read it: without every declaration, selector and media query that one
// of the browsers in package.json ("browserslist") does not know, by the data of caniuse. The page has
// to look as it does with them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { root } from '../tools.mjs';
import { findOverflow, listPages, openPage, requireTool, site, useSite } from './tools.mjs';

const { browserslist } = JSON.parse(fs.readFileSync(path.join(root, 'tests/browser/package.json'), 'utf8'));
const tested = useSite();

// What the data says of a whole module that these parts of it do not need: overflow before `clip`,
// minmax() of grids, which is older than min() and max(), and breaks of columns, which only matter
// on paper.
const known = /^(overflow(-x)?|grid-template-columns|break-(inside|after)):/;

// Returns the style sheet without what the browsers lack.
async function strip(css) {
  const postcss = requireTool('postcss');
  const doiuse = requireTool('doiuse');
  const DoIUse = doiuse.default ?? doiuse;
  const lacking = new Set();
  const onFeatureUsage = ({ usage }) => { if (!known.test(usage.toString())) lacking.add(usage); };
  const plugin = new DoIUse({ browsers: browserslist, onFeatureUsage });
  const { root: sheet } = await postcss([plugin]).process(css, { from: undefined });
  for (const node of lacking) node.remove();
  return sheet.toString();
}

const sheetNames = fs.readdirSync(path.join(site, 'assets')).filter((name) => name.endsWith('.css'));
const readSheet = (name) => fs.readFileSync(path.join(site, 'assets', name), 'utf8');
const stripped = new Map();
before(async () => {
  for (const name of sheetNames) stripped.set(name, await strip(readSheet(name)));
});

// Where the parts of a page stand that a family needs first.
function boxes(page) {
  return page.evaluate(() => ['.sp-header', '.sp-header__name', '.sp-ring-button', '.sp-header__search',
    '.sp-nav', 'h1', 'main', '.sp-needs', '.sp-needs a', '.sp-contact', '.sp-footer'].map((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return box ? `${selector} ${[box.x, box.y, box.width, box.height].map(Math.round).join(' ')}` : selector;
  }));
}

async function openAt(width, name, sheets) {
  const context = await tested.browser.newContext();
  if (sheets) {
    await context.route('**/*.css', (route) => {
      const body = sheets.get(path.basename(new URL(route.request().url()).pathname));
      return route.fulfill({ contentType: 'text/css', body });
    });
  }
  const { page, problems } = await openPage(context, tested.baseUrls.http(), name, width);
  return { page, problems, close: () => context.close() };
}

// One page of each look: with the same layout others look the same.
const pages = [...new Map(listPages().pages.map((name) => {
  const html = fs.readFileSync(path.join(site, name), 'utf8');
  return [/<main[^>]*>/.exec(html)[0] + path.dirname(name), name];
})).values()];

describe('old phones', { concurrency: 2 }, () => {
  for (const name of pages) {
    test(name, async () => {
      for (const width of [320, 360]) {
        const now = await openAt(width, name);
        const old = await openAt(width, name, stripped);
        assert.deepEqual(await findOverflow(old.page), [], `${width} pixels`);
        assert.deepEqual(await boxes(old.page), await boxes(now.page), `${width} pixels`);
        assert.deepEqual(old.problems, []);
        await now.close();
        await old.close();
      }
    });
  }
});

test('no style sheet has logical sides, which old phones lack', () => {
  for (const name of sheetNames) {
    assert.deepEqual(readSheet(name).match(/[{;][a-z-]*(inline|block)-?(size|start|end)?:[^;}]*/g), null, name);
  }
});

test('the header of a phone leaves the screen to the page', async () => {
  const { page, close } = await openAt(360, 'index.html');
  await page.setViewportSize({ width: 360, height: 740 });
  const bottom = (selector) => page.locator(selector).first().evaluate((each) => each.getBoundingClientRect().bottom);
  assert.ok(await bottom('.sp-nav') <= 170, `the menu ends at ${await bottom('.sp-nav')}`);
  const need = page.locator('.sp-needs a').first();
  if (await need.count() > 0) assert.ok(await bottom('.sp-needs a') < 740);
  await close();
});

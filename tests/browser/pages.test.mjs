// Every page of the built site in Chromium, over http and from the folder (file://), at the width of a
// desktop and of a phone, on light and dark screens and in forced colours: no violation of WCAG 2.2 A
// or AA that axe-core finds, and contrasts of 7 to 1; nothing in the console; nothing asked of another
// host; no sideways scrolling at 320 pixels, also with the text alone at twice its size; the header of
// a phone leaves room for the page; whole without scripts.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import {
  allRules, colourRules, findOverflow, findViolations, listPages, openPage, site, sizeRules, useSite,
} from './tools.mjs';

const { pages, redirects } = listPages();

const contexts = {};
const tested = useSite(async ({ browser }) => {
  contexts.scripts = await browser.newContext();
  contexts.noScripts = await browser.newContext({ javaScriptEnabled: false });
});

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 900 };
const light = { colorScheme: 'light', forcedColors: 'none' };
const dark = { colorScheme: 'dark', forcedColors: 'none' };
const forced = { colorScheme: 'light', forcedColors: 'active' };

// What is looked at over each protocol: the same page comes by both, and a run of axe takes longer than
// all else. All rules at each width; on the other screens those that depend on colours, or on sizes.
const views = {
  http: [[desktop, light, allRules], [phone, dark, colourRules]],
  file: [[phone, light, allRules], [desktop, dark, colourRules], [phone, forced, sizeRules]],
};

async function assertAccessible(page, protocol) {
  for (const [size, media, rules] of views[protocol]) {
    await page.emulateMedia(media);
    await page.setViewportSize(size);
    assert.deepEqual(await findViolations(page, rules), [],
      `at ${size.width} pixels, ${media.colorScheme}, forced colours ${media.forcedColors}`);
  }
  await page.emulateMedia(light);
}

// Text alone at twice its size: neither wider than the screen, nor the ways to us pushed out of it.
async function assertGrows(page) {
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    assert.deepEqual(await findOverflow(page), [], `text at 200 %, ${width} pixels`);
    const search = await page.locator('.sp-header__search').boundingBox();
    if (search) assert.ok(search.y + search.height <= 740, `search at ${search.y}`);
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  }
}

function testWithScripts(name, protocol, baseUrl) {
  test(`${name} over ${protocol}`, async () => {
    const { page, problems } = await openPage(contexts.scripts, baseUrl(), name, 1280);
    await assertAccessible(page, protocol);
    if (protocol === 'file') await assertGrows(page);
    await page.setViewportSize({ width: 320, height: 256 });
    assert.deepEqual(await findOverflow(page), [], 'at 320 pixels');
    assert.deepEqual(problems, []);
    await page.close();
  });
}

function testWithoutScripts(name) {
  test(`${name} without scripts`, async () => {
    const { page, problems } = await openPage(contexts.noScripts, tested.baseUrls.file(), name, 320);
    assert.deepEqual(await findOverflow(page), []);
    assert.deepEqual(problems, []);
    for (const landmark of ['header', 'main', 'footer', 'h1']) {
      assert.equal(await page.locator(landmark).first().isVisible(), true, landmark);
    }
    // Nothing that a reader needs waits for a script to show it.
    const hidden = await page.locator('main [hidden], main [aria-hidden="true"] a').count();
    assert.equal(hidden, 0, 'hidden parts of main');
    await page.close();
  });
}

describe('pages', { concurrency: 2 }, () => {
  for (const [protocol, baseUrl] of Object.entries(tested.baseUrls)) {
    for (const name of pages) {
      if (protocol === 'file' || !name.endsWith('.large.html')) testWithScripts(name, protocol, baseUrl);
    }
  }
  // A twin in large print is the page itself, with other sizes.
  for (const name of pages) if (!name.endsWith('.large.html')) testWithoutScripts(name);
});

for (const name of redirects) {
  test(`${name} leads on`, async () => {
    const text = fs.readFileSync(path.join(site, name), 'utf8');
    const target = /url=([^"'>]+)/i.exec(text)[1];
    const file = path.join(site, path.dirname(name), decodeURIComponent(target.split('#')[0]));
    assert.equal(fs.existsSync(file), true, target);
  });
}

test('a keyboard reaches the content first', async () => {
  const { page } = await openPage(contexts.scripts, tested.baseUrls.http(), 'index.html', 1280);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
  assert.match(first, /^#/);
  await page.keyboard.press('Enter');
  const reached = await page.evaluate(() => location.hash.slice(1) === document.querySelector('main').id);
  assert.equal(reached, true);
  await page.close();
});

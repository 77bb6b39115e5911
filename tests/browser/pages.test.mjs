// Every page of the built site in Chromium, over http and from the folder (file://): no violation of
// WCAG 2.2 A or AA that axe-core finds, at the width of a desktop (over http) and of a phone (from the
// folder: the same page); nothing in the console; nothing asked of another host; no sideways
// scrolling at 320 pixels; whole without scripts.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { findOverflow, findViolations, listPages, openPage, site, useSite } from './tools.mjs';

const { pages, redirects } = listPages();

const contexts = {};
const tested = useSite(async ({ browser }) => {
  contexts.scripts = await browser.newContext();
  contexts.noScripts = await browser.newContext({ javaScriptEnabled: false });
});

// One width for each protocol: a run of axe takes longer than all else.
const axeWidths = { http: { width: 1280, height: 900 }, file: { width: 390, height: 844 } };

function testWithScripts(name, protocol, baseUrl) {
  test(`${name} over ${protocol}`, async () => {
    const size = axeWidths[protocol];
    const { page, problems } = await openPage(contexts.scripts, baseUrl(), name, 1280);
    await page.setViewportSize(size);
    assert.deepEqual(await findViolations(page), [], `at ${size.width} pixels`);
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
    for (const name of pages) testWithScripts(name, protocol, baseUrl);
  }
  for (const name of pages) testWithoutScripts(name);
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

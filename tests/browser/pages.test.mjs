// Every page of the built site in Chromium, over http and from the folder (file://): no violation of
// WCAG 2.2 A or AA that axe-core finds, at the widths of a desktop and a phone; nothing in the
// console; nothing asked of another host; no sideways scrolling at 320 pixels; whole without scripts.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchBrowser, listPages, requireTool, serveSite, site } from './tools.mjs';

const axeSource = fs.readFileSync(requireTool.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const { pages, redirects } = listPages();

let browser;
let server;
const contexts = {};
before(async () => {
  browser = await launchBrowser();
  server = await serveSite();
  contexts.scripts = await browser.newContext();
  contexts.noScripts = await browser.newContext({ javaScriptEnabled: false });
});
after(async () => {
  await browser.close();
  server.close();
});

const baseUrls = {
  http: () => server.baseUrl,
  file: () => `${pathToFileURL(site).href}/`,
};

// Opens `name` and returns the page with what went wrong: console messages, errors and requests that
// failed or left the site.
async function openPage(context, baseUrl, name, width) {
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) =>
    problems.push(`console: ${message.text()} (${message.location().url})`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(baseUrl)) problems.push(`left the site: ${request.url()}`);
  });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(new URL(name, baseUrl).href, { waitUntil: 'load' });
  return { page, problems };
}

// Returns one line for each element that breaks a rule.
async function findViolations(page) {
  const results = await page.evaluate(
    // Without preloading: axe would fetch the style sheets, which file:// refuses.
    (only) => globalThis.axe.run({ preload: false, runOnly: only, resultTypes: ['violations'] }),
    tags);
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html}: ${node.failureSummary}`));
}

// Returns what sticks out sideways at the page's present width.
function findOverflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth + 0.5);
    return [`${scrollWidth} px wide in ${clientWidth}`,
      ...wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 120))];
  });
}

for (const [protocol, baseUrl] of Object.entries(baseUrls)) {
  for (const name of pages) {
    test(`${name} over ${protocol}`, async () => {
      const { page, problems } = await openPage(contexts.scripts, baseUrl(), name, 1280);
      await page.evaluate(axeSource);
      assert.deepEqual(await findViolations(page), [], 'at 1280 pixels');
      await page.setViewportSize({ width: 390, height: 844 });
      assert.deepEqual(await findViolations(page), [], 'at 390 pixels');
      await page.setViewportSize({ width: 320, height: 256 });
      assert.deepEqual(await findOverflow(page), [], 'at 320 pixels');
      assert.deepEqual(problems, []);
      await page.close();
    });
  }
}

for (const name of pages) {
  test(`${name} without scripts`, async () => {
    const { page, problems } = await openPage(contexts.noScripts, baseUrls.file(), name, 320);
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

for (const name of redirects) {
  test(`${name} leads on`, async () => {
    const text = fs.readFileSync(path.join(site, name), 'utf8');
    const target = /url=([^"'>]+)/i.exec(text)[1];
    const file = path.join(site, path.dirname(name), decodeURIComponent(target.split('#')[0]));
    assert.equal(fs.existsSync(file), true, target);
  });
}

test('a keyboard reaches the content first', async () => {
  const { page } = await openPage(contexts.scripts, baseUrls.http(), 'index.html', 1280);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
  assert.match(first, /^#/);
  await page.keyboard.press('Enter');
  const reached = await page.evaluate(() => location.hash.slice(1) === document.querySelector('main').id);
  assert.equal(reached, true);
  await page.close();
});

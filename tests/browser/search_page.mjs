// What the tests of the search share: the page in a browser, its parts, and waiting for what it finds.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { findOverflow, findViolations, openPage, site, useSite } from './tools.mjs';

export const read = (name) => fs.readFileSync(path.join(site, name), 'utf8');
// What the search page loads when someone goes to the box.
export const [engine, index] = ['engine', 'index'].map((name) =>
  new RegExp(`data-${name}="([^"]+)"`).exec(read('search.html'))[1]);

export const tested = useSite();

export const phone = 390;
export const desktop = 1280;

export const parts = {
  box: '#sp-search-words',
  button: '#sp-search button',
  heading: '.sp-found__heading',
  progress: '.sp-found__progress',
  hits: '.sp-hit',
  links: '.sp-hit a',
  start: '#sp-start',
  more: '[data-do="more"]',
  panel: '.sp-filters',
  live: '#sp-found [role="status"]',
};

// Opens a page in a context of its own. `requests` are all addresses asked for; `shift` returns how
// far the layout has moved by itself (web.dev/cls).
export async function open(name, { protocol = 'http', width = desktop, until, options = {}, prepare } = {}) {
  const context = await tested.browser.newContext({ reducedMotion: 'reduce', ...options });
  const requests = [];
  context.on('request', (request) => requests.push(request.url()));
  await context.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  if (prepare) await prepare(context);
  const { page, problems } = await openPage(context, tested.baseUrls[protocol](), name, width, until);
  const shift = () => page.evaluate(() => globalThis.shifts.reduce((sum, each) => sum + each, 0));
  return { page, problems, requests, shift, close: () => context.close() };
}

export const words = (page) => page.locator(parts.box).inputValue();
export const hash = (page) => page.evaluate(() => location.hash);
export const hitCount = (page) => page.locator(parts.hits).count();
export const focused = (page) => page.evaluate(() => document.activeElement.outerHTML.slice(0, 60));

// Waits until the heading says something that matches.
export async function waitForHeading(page, pattern = /^Pages found: \d+$/) {
  const heading = page.locator(parts.heading);
  await heading.filter({ hasText: pattern }).waitFor();
  return heading.textContent();
}

export async function searchFor(page, text, pattern = /found/) {
  await page.fill(parts.box, text);
  await page.keyboard.press('Enter');
  await waitForHeading(page, pattern);
}

// Fails unless the state is fit to be used at both widths.
export async function assertUsable(page, problems) {
  for (const width of [desktop, phone]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await findViolations(page), [], `at ${width} pixels`);
  }
  await page.setViewportSize({ width: 320, height: 256 });
  assert.deepEqual(await findOverflow(page), [], 'at 320 pixels');
  assert.deepEqual(problems, []);
}

// The search of the built site in Chromium in all conditions: told to a screen reader, on a slow and
// on a broken network, without scripts, from right to left; axe in every state; nothing moves by
// itself, nothing typed is sent or kept.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { build } from '../program/tools.mjs';
import { makeFolder, root } from '../tools.mjs';
import {
  assertUsable, desktop, engine, hash, hitCount, index, open, parts, phone, searchFor, tested,
  waitForHeading,
} from './search_page.mjs';
import { findViolations, openPage, serveSite } from './tools.mjs';

test('idle and found are fit to use', async () => {
  const { page, problems, shift, close } = await open('search.html');
  await assertUsable(page, problems);
  await page.setViewportSize({ width: phone, height: 844 });
  await searchFor(page, 'ehcp');
  await waitForHeading(page);
  assert.equal(await shift() < 0.01, true);
  await assertUsable(page, problems);
  await page.fill(parts.box, '');
  await page.keyboard.press('Enter');
  await page.locator(parts.progress, { hasText: 'Type one or more words' }).waitFor();
  assert.equal(await page.locator(parts.start).isVisible(), true);
  await close();
});

test('a screen reader is told once that a search has settled', async () => {
  const { page, close } = await open('search.html');
  await page.evaluate((selector) => {
    globalThis.told = [];
    new MutationObserver(() => {
      const text = document.querySelector(selector).textContent;
      if (text) globalThis.told.push(text);
    }).observe(document.querySelector(selector), { childList: true });
  }, parts.live);
  await page.locator(parts.box).pressSequentially('mediation', { delay: 250 });
  await waitForHeading(page);
  await page.waitForTimeout(800);
  const told = await page.evaluate(() => globalThis.told);
  assert.equal(told.filter((text) => /found/.test(text)).length, 1, told.join('; '));
  assert.match(told.at(-1), /^Pages found: \d+/);
  await close();
});

// Keeps the index back until release() is called.
function holding() {
  const held = [];
  const prepare = (context) => context.route(`**/${index}*`, async (route) => {
    await new Promise((resolve) => { held.push(resolve); });
    await route.continue();
  });
  return { prepare, release: () => held.forEach((resolve) => resolve()) };
}

test('the search gets ready once someone goes to the box', async () => {
  const { prepare, release } = holding();
  const { page, problems, shift, close } = await open('search.html', { prepare });
  await page.focus(parts.box);
  await page.locator(parts.progress, { hasText: /Getting the search ready: \d+%/ }).waitFor();
  assert.equal(await page.locator(parts.start).isVisible(), true);
  release();
  await page.locator(parts.progress).waitFor({ state: 'hidden' });
  assert.equal(await page.locator(parts.heading).isVisible(), false);
  assert.ok(await shift() < 0.01);
  assert.deepEqual(problems, []);
  await close();
});

test('a slow network is told in words and stops nobody', async () => {
  const { prepare, release } = holding();
  const { page, problems, shift, close } = await open('search.html#q=mediation',
    { prepare, width: phone, until: 'domcontentloaded' });
  await page.locator(parts.progress, { hasText: /Getting the search ready/ }).waitFor();
  assert.match(await page.locator(parts.live).textContent(), /Getting the search ready/);
  await assertUsable(page, problems);
  await page.setViewportSize({ width: phone, height: 900 });
  // What is typed meanwhile counts.
  await page.fill(parts.box, 'tribunal');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(700);
  release();
  await waitForHeading(page);
  assert.equal(await hash(page), '#q=tribunal');
  assert.match(await page.locator(parts.links).first().textContent(), /tribunal/i);
  assert.ok(await shift() < 0.01, `moved by ${await shift()}`);
  assert.deepEqual(problems, []);
  await close();
});

test('the page is fetched ahead once someone goes to the box', async () => {
  const { page, requests, close } = await open('index.html');
  assert.ok(!requests.some((url) => url.includes('search')));
  await page.focus(parts.box);
  await page.waitForFunction(() => document.querySelectorAll('link[rel=prefetch]').length > 2);
  await page.waitForTimeout(300);
  assert.ok(requests.some((url) => url.endsWith(engine)) && requests.some((url) => url.endsWith(index)));
  await close();
});

// Answers what the page asks for in `file` by `handle`, until the test says that all is well again.
function failing(file, handle) {
  let isBroken = true;
  const prepare = (context) =>
    context.route(`**/${file}*`, (route) => (isBroken ? handle(route) : route.continue()));
  return { prepare, mend: () => { isBroken = false; } };
}

const refusals = {
  'is offline': (route) => route.abort(),
  'answers 404': (route) => route.fulfill({ status: 404, body: '' }),
  'sends half a file': async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.slice(0, body.length / 2) });
  },
};

for (const [what, handle] of Object.entries(refusals)) {
  test(`a network that ${what} is told in words`, async () => {
    const { prepare, mend } = failing(index, handle);
    const { page, shift, close } = await open('search.html#q=mediation', { prepare });
    const heading = await waitForHeading(page, /^(The search could not be loaded|Part of the search)/);
    assert.match(await page.locator(parts.live).textContent(), new RegExp(heading));
    for (const selector of [parts.start, '.sp-found a[href^="tel:"]']) {
      assert.equal(await page.locator(selector).first().isVisible(), true, selector);
    }
    await assertUsable(page, []);
    await page.setViewportSize({ width: desktop, height: 900 });
    mend();
    await page.click('[data-do="again"]');
    await waitForHeading(page);
    assert.ok(await hitCount(page) > 0);
    assert.ok(await shift() < 0.01);
    await close();
  });
}

test('a site that changed under the page is told in words', async () => {
  const { prepare, mend } = failing(index, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(index\("\w+",)\d+/, '$199');
    await route.fulfill({ response, body });
  });
  const { page, close } = await open('search.html#q=mediation', { prepare });
  await waitForHeading(page, /^This website has changed/);
  await assertUsable(page, []);
  mend();
  await page.click('[data-do="reload"]');
  await waitForHeading(page);
  await close();
});

test('a search page whose own script is missing says so', async () => {
  const { prepare, mend } = failing('assets/search.*.js', (route) => route.abort());
  const { page, close } = await open('search.html', { prepare });
  await page.focus('#sp-search-words');
  await page.getByRole('alert').getByText('The search could not be loaded').waitFor();
  assert.deepEqual(await findViolations(page), []);
  mend();
  await searchFor(page, 'mediation');
  assert.ok(await hitCount(page) > 0);
  await close();
});

test('nothing stays on the device', async () => {
  const { page, close } = await open('search.html');
  await searchFor(page, 'mediation');
  const kept = await page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: globalThis.caches ? (await caches.keys()).length : 0,
  }));
  assert.deepEqual(kept, { cookies: '', local: 0, session: 0, databases: 0, caches: 0 });
  await close();
});

test('without scripts the search page says why and offers the lists', async () => {
  const { page, problems, requests, close } = await open('search.html', { options: { javaScriptEnabled: false } });
  assert.equal(await page.locator('noscript .sp-note__title').isVisible(), true);
  assert.equal(await page.locator('#sp-search').isVisible(), false);
  for (const selector of ['.sp-tiles', '.sp-letters', 'noscript a[href^="tel:"]']) {
    assert.equal(await page.locator(selector).first().isVisible(), true, selector);
  }
  assert.ok(!requests.some((url) => url.endsWith('.js')));
  assert.deepEqual(problems, []);
  await page.goto(new URL('index.html', tested.server.baseUrl).href);
  assert.equal(await page.locator('#sp-search').isVisible(), false);
  await page.locator('.sp-header__search').click();
  await page.waitForURL(/search\.html$/);
  await close();
});

test('a box without its script sends nothing', async () => {
  const { prepare } = failing('assets/main.*.js', (route) => route.abort());
  const { page, requests, close } = await open('index.html', { prepare });
  await page.fill(parts.box, 'mediation');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\.html\??$/);
  assert.ok(!requests.some((url) => url.includes('mediation')));
  await close();
});

test('a language written from right to left has a search of its own', async (t) => {
  const source = path.join(makeFolder(), 'source');
  const out = path.join(makeFolder(), 'out');
  fs.cpSync(path.join(root, 'tests/sites/rivertown'), source, { recursive: true });
  fs.rmSync(path.join(source, 'themes'), { recursive: true });
  const config = path.join(source, 'site-config.yaml');
  fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replace('theme: river', 'theme: signpost'));
  build(source, out);
  const other = await serveSite(out);
  t.after(() => other.close());
  const context = await tested.browser.newContext();
  const { page, problems } = await openPage(context, other.baseUrl, 'factsheets/plan.ur.html', phone);
  await page.locator('#sp-search').evaluate((form) => form.requestSubmit());
  await page.waitForURL(/\/search\.ur\.html$/);
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  assert.equal(await page.locator('#sp-search').getAttribute('data-index'), 'search/index.ur.js');
  assert.equal(await page.locator('#sp-start a').first().getAttribute('href'), 'factsheets/plan.ur.html');
  await assertUsable(page, problems);
  await searchFor(page, 'منصوبے', /^\d+ (صفحہ ملا|صفحے ملے)$/);
  assert.equal(await page.locator(parts.links).first().getAttribute('href'), 'factsheets/plan.ur.html');
  await assertUsable(page, problems);
  await context.close();
});

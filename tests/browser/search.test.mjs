// The search of the built site in Chromium: typed, by keyboard, back and forward, filtered, with
// corrections, without scripts, from the folder (file://), on a slow and on a broken network, at the
// width of a phone; axe in every state; nothing moves by itself, nothing typed is sent or kept.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build, makeFolder, root } from '../program/tools.mjs';
import { searchNatively } from '../search/tools.mjs';
import { findOverflow, findViolations, launchBrowser, openPage, serveSite, site } from './tools.mjs';

const read = (name) => fs.readFileSync(path.join(site, name), 'utf8');
// What the search page loads when someone goes to the box.
const [engine, index] = ['engine', 'index'].map((name) =>
  new RegExp(`data-${name}="([^"]+)"`).exec(read('search.html'))[1]);

let browser;
let server;
before(async () => {
  browser = await launchBrowser();
  server = await serveSite();
});
after(async () => {
  await browser.close();
  server.close();
});

const baseUrls = { http: () => server.baseUrl, file: () => `${pathToFileURL(site).href}/` };
const phone = 390;
const desktop = 1280;

const parts = {
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
async function open(name, { protocol = 'http', width = desktop, until, options = {}, prepare } = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const requests = [];
  context.on('request', (request) => requests.push(request.url()));
  await context.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  if (prepare) await prepare(context);
  const { page, problems } = await openPage(context, baseUrls[protocol](), name, width, until);
  const shift = () => page.evaluate(() => globalThis.shifts.reduce((sum, each) => sum + each, 0));
  return { page, problems, requests, shift, close: () => context.close() };
}

const words = (page) => page.locator(parts.box).inputValue();
const hash = (page) => page.evaluate(() => location.hash);
const hitCount = (page) => page.locator(parts.hits).count();
const focused = (page) => page.evaluate(() => document.activeElement.outerHTML.slice(0, 60));

// Waits until the heading says something that matches.
async function waitForHeading(page, pattern = /^Pages found: \d+$/) {
  const heading = page.locator(parts.heading);
  await heading.filter({ hasText: pattern }).waitFor();
  return heading.textContent();
}

async function searchFor(page, text) {
  await page.fill(parts.box, text);
  await page.keyboard.press('Enter');
  await waitForHeading(page, /found/);
}

// Fails unless the state is fit to be used at both widths.
async function assertUsable(page, problems) {
  for (const width of [desktop, phone]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await findViolations(page), [], `at ${width} pixels`);
  }
  await page.setViewportSize({ width: 320, height: 256 });
  assert.deepEqual(await findOverflow(page), [], 'at 320 pixels');
  assert.deepEqual(problems, []);
}

for (const protocol of ['http', 'file']) {
  test(`a box on every page leads to results over ${protocol}`, async () => {
    const { page, problems, requests, close } = await open('factsheets/mediation.html', { protocol });
    await page.fill(parts.box, 'school wont help my son');
    await page.keyboard.press('Enter');
    await waitForHeading(page);
    assert.match(page.url(), /\/search\.html#q=school\+wont\+help\+my\+son$/);
    assert.equal(await words(page), 'school wont help my son');
    assert.equal(await page.title(), 'Search results – SENDIASS');
    assert.ok(await hitCount(page) > 0);
    // Nothing typed is asked for, and the engine comes from the site itself.
    assert.deepEqual(requests.filter((url) => /wont|school/i.test(url.replace(/#.*/, ''))), []);
    assert.ok(requests.some((url) => url.endsWith(engine)));
    assert.deepEqual(problems, []);
    await close();
  });

  test(`results come while typing over ${protocol}`, async () => {
    const { page, problems, requests, shift, close } = await open('search.html', { protocol });
    assert.ok(!requests.some((url) => url.endsWith(engine)), 'loaded before anyone went to the box');
    await page.locator(parts.box).pressSequentially('me', { delay: 40 });
    await page.waitForTimeout(400);
    assert.equal(await hitCount(page), 0);
    await page.locator(parts.box).pressSequentially('diat', { delay: 40 });
    await waitForHeading(page);
    assert.equal(await hash(page), '#q=mediat');
    const first = page.locator(parts.hits).first();
    assert.match(await first.locator('a').textContent(), /mediation/i);
    assert.ok(await page.locator('.sp-hit mark').count() > 0);
    assert.match(await first.locator('.sp-hit__place').textContent(), /^Factsheets/);
    await page.waitForTimeout(600);
    assert.ok(await shift() < 0.01);
    assert.equal(await page.evaluate(() => history.length), 2, 'entries of the history');
    assert.deepEqual(problems, []);
    await close();
  });

  test(`arrows lead through results, and Back returns to them, over ${protocol}`, async () => {
    const { page, problems, close } = await open('search.html', { protocol });
    await page.focus(parts.box);
    await searchFor(page, 'school');
    const links = page.locator(parts.links);
    await page.keyboard.press('ArrowDown');
    assert.equal(await links.first().evaluate((link) => link === document.activeElement), true);
    await page.keyboard.press('ArrowUp');
    assert.match(await focused(page), /sp-search-words/);
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
    assert.equal(await links.nth(3).evaluate((link) => link === document.activeElement), true);
    const [href, scrolled] = await page.evaluate(
      () => [document.activeElement.getAttribute('href'), scrollY]);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href.endsWith(href));
    await page.goBack();
    await waitForHeading(page);
    assert.equal(await words(page), 'school');
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, scrolled);
    assert.equal(await links.nth(3).evaluate((link) => link === document.activeElement), true);
    await page.keyboard.press('Escape');
    assert.match(await focused(page), /sp-search-words/);
    await page.keyboard.press('Escape');
    await page.locator(parts.hits).first().waitFor({ state: 'detached' });
    assert.deepEqual([await words(page), await hash(page)], ['', '']);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('the page shows the hits that the program finds, in its order', async () => {
  const { page, problems, close } = await open('search.html');
  for (const query of ['mediation', 'EHCP', 'they said no to assessing my son', 'tribunel apeal',
    'my childs statement', 'opening hours', 'co-ordinator', '"unbalanced a AND (b OR', 'plan*']) {
    // The last search's heading must not be taken for this one's.
    await page.locator(parts.heading).evaluate((heading) => { heading.textContent = ''; });
    await searchFor(page, query);
    const links = await page.locator(parts.links)
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    const expected = searchNatively(site, query).hits
      .map(({ url, anchor }) => (anchor === '' ? url : `${url}#${anchor}`));
    assert.deepEqual(links, expected, query);
  }
  assert.deepEqual(problems, []);
  await close();
});

test('every link of a result leads to its heading', async () => {
  const { page, close } = await open('search.html#q=mediation');
  await waitForHeading(page);
  const hrefs = await page.locator(parts.links).evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  assert.ok(hrefs.some((href) => href.includes('#')));
  for (const href of hrefs) {
    const [file, anchor] = href.split('#');
    assert.ok(!anchor || read(file).includes(`id="${anchor}"`), href);
  }
  await close();
});

test('Back and Forward go from search to search', async () => {
  const { page, problems, close } = await open('search.html');
  await searchFor(page, 'mediation');
  await searchFor(page, 'appeal');
  await page.locator(parts.box).pressSequentially(' tribunal', { delay: 20 });
  await page.waitForFunction(() => location.hash === '#q=appeal+tribunal');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => history.length === 5);
  for (const [move, expected] of [['goBack', 'appeal'], ['goBack', 'mediation'], ['goForward', 'appeal'],
    ['goBack', 'mediation'], ['goBack', '']]) {
    await page[move]();
    await page.waitForFunction(([selector, text]) => document.querySelector(selector).value === text,
      [parts.box, expected]);
    if (expected) await waitForHeading(page);
    assert.equal(await hash(page), expected ? `#q=${expected}` : '');
  }
  assert.equal(await hitCount(page), 0);
  assert.equal(await page.title(), 'Search – SENDIASS');
  assert.deepEqual(problems, []);
  await close();
});

test('a link to a place on the page keeps the results', async () => {
  const { page, close } = await open('search.html#q=mediation');
  await waitForHeading(page);
  await page.locator('.govuk-skip-link').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#q=mediation');
  assert.ok(await hitCount(page) > 0);
  await page.reload();
  await waitForHeading(page);
  await close();
});

test('filters are counted, kept in the address and taken off again', async () => {
  const { page, problems, shift, close } = await open('search.html#q=mediation');
  const all = await waitForHeading(page);
  await page.click(`${parts.panel} summary`);
  const option = page.locator('.sp-check', { hasText: 'Factsheets' });
  await option.filter({ hasText: /\(\d+\)/ }).waitFor();
  const count = Number(/\((\d+)\)/.exec(await option.textContent())[1]);
  const before = await option.boundingBox();
  await option.click();
  assert.equal(await waitForHeading(page, new RegExp(`: ${count}$`)), `Pages found: ${count}`);
  assert.equal(await hash(page), '#q=mediation&kind=factsheet');
  assert.match(await page.locator('.sp-filters__on').textContent(), /1/);
  assert.deepEqual(await option.boundingBox(), before, 'the option moved');
  await assertUsable(page, problems);
  await page.setViewportSize({ width: desktop, height: 900 });
  await page.reload();
  await waitForHeading(page, new RegExp(`: ${count}$`));
  assert.equal(await option.locator('input').isChecked(), true);
  await page.click(`${parts.panel} [data-do="unfilter"]`);
  await page.waitForFunction(() => location.hash === '#q=mediation');
  assert.equal(await waitForHeading(page, new RegExp(`^${all}$`)), all);
  assert.ok(await shift() < 0.01);
  assert.deepEqual(problems, []);
  await close();
});

test('filters that the site does not have are left out', async () => {
  const { page, close } = await open('search.html#q=mediation&kind=spell&topic=magic');
  await waitForHeading(page);
  assert.equal(await page.locator('.sp-filters__on').textContent(), '');
  await close();
});

test('more results are added and get the focus', async () => {
  const { page, problems, close } = await open('search.html#q=help');
  await waitForHeading(page);
  assert.equal(await hitCount(page), 10);
  await page.click(parts.more);
  await page.waitForFunction(() => document.querySelectorAll('.sp-hit').length > 10);
  const shown = await hitCount(page);
  assert.equal(await page.locator(parts.links).nth(10).evaluate((a) => a === document.activeElement), true);
  assert.equal(await hash(page), '#q=help&n=20');
  await page.reload();
  await waitForHeading(page);
  assert.equal(await hitCount(page), shown);
  assert.deepEqual(problems, []);
  await close();
});

test('a correction is shown, can be refused, and is offered again', async () => {
  const { page, problems, close } = await open('search.html');
  await searchFor(page, 'medation');
  const notes = page.locator('.sp-found__notes');
  assert.match(await notes.textContent(), /Showing results for mediation\.\s*Search instead for medation/);
  await assertUsable(page, problems);
  await notes.locator('a').click();
  await page.waitForFunction(() => location.hash === '#q=medation&as=typed');
  await waitForHeading(page, /No page found for medation/);
  assert.match(await notes.textContent(), /Did you mean mediation\?/);
  // The link that had the focus is gone: it went to what came instead.
  assert.match(await focused(page), /sp-found__heading/);
  await notes.locator('a').click();
  await waitForHeading(page);
  assert.equal(await words(page), 'mediation');
  await page.goBack();
  await waitForHeading(page, /No page/);
  await page.goBack();
  await waitForHeading(page);
  assert.match(await notes.textContent(), /Showing results for mediation/);
  assert.deepEqual(problems, []);
  await close();
});

test('nothing found still leads on', async () => {
  const { page, problems, close } = await open('search.html');
  await searchFor(page, '<xyzzyqq onzzq=zzqxx>');
  assert.match(await page.locator(parts.heading).textContent(), /^No page found for <xyzzyqq onzzq=zzqxx>$/);
  for (const selector of [parts.start, '.sp-found a[href^="tel:"]', '.sp-tiles', '.sp-letters']) {
    assert.equal(await page.locator(selector).first().isVisible(), true, selector);
  }
  assert.equal(await page.locator('[data-if="filtered"]').isVisible(), false);
  await assertUsable(page, problems);
  await close();
});

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
  await page.goto(new URL('index.html', server.baseUrl).href);
  assert.equal(await page.locator('#sp-search').isVisible(), false);
  await page.locator('.sp-nav').getByText('Search').click();
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
  fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replace('theme: plain', 'theme: signpost'));
  build(source, out);
  const other = await serveSite(out);
  t.after(() => other.close());
  const context = await browser.newContext();
  const { page, problems } = await openPage(context, other.baseUrl, 'factsheets/plan.ur.html', phone);
  await page.locator('#sp-search').evaluate((form) => form.requestSubmit());
  await page.waitForURL(/\/search\.ur\.html$/);
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  assert.equal(await page.locator('#sp-search').getAttribute('data-index'), 'search/index.ur.js');
  assert.equal(await page.locator('#sp-start a').first().getAttribute('href'), 'factsheets/plan.ur.html');
  await assertUsable(page, problems);
  await searchFor(page, 'منصوبے');
  await waitForHeading(page);
  assert.equal(await page.locator(parts.links).first().getAttribute('href'), 'factsheets/plan.ur.html');
  await assertUsable(page, problems);
  await context.close();
});

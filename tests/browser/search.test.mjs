// The search of the built site in Chromium: typed, by keyboard, over http and from the folder
// (file://), back and forward, filtered, with corrections. search_conditions.test.mjs goes on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchNatively } from '../search/tools.mjs';
import {
  assertUsable, desktop, engine, focused, hash, hitCount, open, parts, read, searchFor,
  waitForHeading, words,
} from './search_page.mjs';
import { site } from './tools.mjs';

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
    await page.waitForFunction(() => location.hash === '#q=mediat');
    await waitForHeading(page);
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
  await page.focus(parts.box);
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
  await page.locator('.sp-skip').focus();
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

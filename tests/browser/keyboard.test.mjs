// Pages by keyboard alone, on a phone and on a desktop: Tab stops once at all that can
// be used, in the order of reading, and leaves the page; each stop is in sight, hidden under nothing,
// and wears a ring that stands out by 3 to 1; the same backwards. What opens, opens; forms and menus lead on.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sample, useSample } from './sample.mjs';
import { openPage } from './tools.mjs';

const tested = useSample();

// Puts into the page what the walk asks it at each stop.
function prepare(page) {
  return page.evaluate(() => {
    const parse = (colour) => {
      const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
      return { rgb: [red, green, blue], alpha };
    };
    // Relative luminance and contrast as WCAG 2.2 defines them.
    const luminance = (rgb) => rgb.map((each) => each / 255)
      .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4))
      .reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
    const contrast = (one, other) => {
      const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    const backgroundOf = (element) => {
      for (let each = element; each; each = each.parentElement) {
        const { rgb, alpha } = parse(getComputedStyle(each).backgroundColor);
        if (alpha === 1) return rgb;
      }
      return [255, 255, 255];
    };
    const hasRing = (element) => {
      const style = getComputedStyle(element);
      if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return false;
      const around = parseFloat(style.outlineOffset) < 0 ? element : element.parentElement;
      const behind = backgroundOf(around);
      const inks = [style.outlineColor, ...(style.boxShadow.match(/rgba?\([^)]*\)/g) ?? [])].map(parse);
      return inks.some((ink) => ink.alpha === 1 && contrast(ink.rgb, behind) >= 3);
    };
    const isInSight = (element) => [...element.getClientRects()].some((box) => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const top = document.elementFromPoint(x, y);
      return top !== null && (element.contains(top) || top.contains(element));
    });
    const name = (element) => element.outerHTML.slice(0, 100);
    const usable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const all = [...document.querySelectorAll(usable)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
    globalThis.listUsable = () => all.map(name);
    const nextFrame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    globalThis.lookAtFocus = async () => {
      const element = document.activeElement;
      if (element === document.body) return null;
      // The page is scrolled with the frame that follows.
      for (let frame = 0; frame < 3 && !isInSight(element); frame += 1) await nextFrame();
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const faults = [];
      if (!isInSight(element)) faults.push('out of sight');
      if (!hasRing(element)) faults.push('no ring that stands out');
      return {
        name: name(element), index: all.indexOf(element), faults,
        left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
      };
    };
  });
}

// Presses `key` until the focus leaves the page, or comes to the first stop again, and returns each stop.
async function walk(page, key, limit) {
  const stops = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => globalThis.lookAtFocus());
    if (stop === null || (stops.length > 0 && stop.index === stops[0].index)) return stops;
    stops.push(stop);
    assert.ok(stops.length <= limit, `the focus does not leave the page: ${stop.name}`);
  }
}

// Returns the stops that stand before the one that Tab reaches first: further up, and in no column of
// their own that follows in the direction of reading.
function findOutOfOrder(stops, isFromRight) {
  return stops.flatMap((stop, index) => {
    if (index === 0) return [];
    const before = stops[index - 1];
    const isAbove = stop.bottom <= before.top + 1;
    const follows = isFromRight ? stop.right <= before.left + 1 : stop.left >= before.right - 1;
    return isAbove && !follows ? [`${before.name} comes before ${stop.name}`] : [];
  });
}

const faultsOf = (stops) => stops.flatMap((stop) => stop.faults.map((fault) => `${fault}: ${stop.name}`));

// On a desktop from the top, on a phone from the end: what stays at an edge of the screen hides others that way.
const ways = [[1280, 'Tab', (stops) => stops], [360, 'Shift+Tab', (stops) => [...stops].reverse()]];

describe('keyboard', { concurrency: 2 }, () => {
  for (const { site, name, title } of sample.filter((each) => each.isWalked)) {
    for (const [width, key, order] of ways) {
      test(`${title} at ${width} pixels`, async () => {
        const context = await tested.browser.newContext({ reducedMotion: 'reduce' });
        const { page } = await openPage(context, tested.baseUrls[site], name, width);
        await prepare(page);
        const usable = await page.evaluate(() => globalThis.listUsable());
        const stops = order(await walk(page, key, usable.length + 5));
        assert.match(stops[0].name, /class="sp-skip"/);
        assert.deepEqual(stops.map((stop) => stop.name), usable);
        assert.deepEqual(faultsOf(stops), []);
        // The skip link stands over what comes next.
        const isFromRight = await page.evaluate(() => document.dir === 'rtl');
        assert.deepEqual(findOutOfOrder(stops.slice(1), isFromRight), []);
        await context.close();
      });
    }
  }
});

// Opens a page of the frozen site and sets the focus where `selector` says.
async function openAt(name, selector) {
  const context = await tested.browser.newContext();
  const { page } = await openPage(context, tested.baseUrls.frozen, name, 360);
  await page.locator(selector).first().focus();
  return { page, press: (key) => page.keyboard.press(key), close: () => context.close() };
}

test('what is folded opens and closes by Enter and by the space bar', async () => {
  const { page, press, close } = await openAt('factsheets/annual-review/all.html', 'summary');
  const isOpen = () => page.evaluate(() => document.activeElement.parentElement.open);
  const before = await isOpen();
  for (const key of ['Enter', ' ']) {
    await press(key);
    assert.equal(await isOpen(), !before, key);
    await press(key);
    assert.equal(await isOpen(), before, key);
  }
  await close();
});

test('a search is typed and sent by keyboard, and leads to its hits', async () => {
  const { page, press, close } = await openAt('index.html', '.sp-header__search, .sp-search__words');
  if (await page.evaluate(() => document.activeElement.tagName === 'A')) {
    await press('Enter');
    await page.waitForURL(/search\.html/);
    await page.locator('.sp-search__words').first().focus();
  }
  await page.keyboard.type('mediation');
  await press('Enter');
  await page.waitForURL(/search\.html#/);
  await page.locator('#sp-found a').first().waitFor();
  await close();
});

test('the menu leads on by keyboard', async () => {
  const { page, press, close } = await openAt('index.html', '.sp-nav a');
  const target = await page.evaluate(() => document.activeElement.href);
  await press('Enter');
  await page.waitForURL(target);
  await close();
});

// The pages of the sample at four times their size, which makes 320 by 256 pixels of a screen of 1280 by
// 1024 (WCAG 2.2, 1.4.10), and with text as far apart as a reader may set it (1.4.12), there and on a
// desktop: no scrolling sideways, no text cut off or upon another, and what stays in place while the
// page scrolls leaves it more than half of the screen.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sample, useSample } from './sample.mjs';
import { findLostText, findOverflow, openPage, spaceOut } from './tools.mjs';

const tested = useSample();

async function assertWhole(page, how) {
  assert.deepEqual(await findOverflow(page), [], how);
  assert.deepEqual(await findLostText(page), [], how);
}

// Returns what stays in place and takes half of the screen or more.
function findObstacles(page) {
  return page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((each) => /^(fixed|sticky)$/.test(getComputedStyle(each).position)
      && each.getBoundingClientRect().height >= innerHeight / 2)
    .map((each) => each.outerHTML.slice(0, 100)));
}

describe('reflow', { concurrency: 2 }, () => {
  for (const { site, name, title } of sample) {
    test(title, async () => {
      const context = await tested.browser.newContext();
      const { page } = await openPage(context, tested.baseUrls[site], name, 1280);
      await spaceOut(page, true);
      await assertWhole(page, 'spaced out, desktop');
      await page.setViewportSize({ width: 320, height: 256 });
      await assertWhole(page, 'spaced out, 400 %');
      assert.deepEqual(await findObstacles(page), []);
      await spaceOut(page, false);
      await assertWhole(page, '400 %');
      await context.close();
    });
  }
});

test('text that is cut off or stands upon another is found', async () => {
  const page = await tested.browser.newPage();
  await page.setContent(`<p style="overflow: hidden; width: 4em; white-space: nowrap">one two three four</p>
    <div style="position: relative"><p style="margin: 0">under</p><p style="position: absolute; top: 0; margin: 0">over</p></div>`);
  const found = await findLostText(page);
  assert.equal(found.length, 2);
  assert.match(found[0], /^cut off: <p style="overflow/);
  assert.match(found[1], /^"(under|over)" and "(under|over)" overlap$/);
  await page.close();
});

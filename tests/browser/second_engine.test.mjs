// A second opinion beside axe-core: IBM's accessibility checker, with its rules for WCAG 2.2 A and AA
// and its own, on the pages of the sample; not on the two longest, which only repeat what others have.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, test } from 'node:test';
import { sample, useSample } from './sample.mjs';
import { openPage, requireTool } from './tools.mjs';

const engine = fs.readFileSync(requireTool.resolve('accessibility-checker-engine/ace.js'), 'utf8');
const tested = useSample();
const isLong = ({ name }) => /^(a-to-z|about\/time-limits)\.html$/.test(name);

// What the engine holds against us and others ask for: the skip link comes before every landmark
// (technique G1 of WCAG), and what scrolls sideways can be reached by the keyboard (axe-core's
// scrollable-region-focusable).
const isWanted = ({ ruleId, snippet }) =>
  (ruleId === 'aria_content_in_landmark' && snippet === '<a href="#sp-main" class="sp-skip">')
  || (ruleId === 'element_tabbable_role_valid' && /^<section [^>]*tabindex="0" class="sp-table\b/.test(snippet));

// Returns a line for each thing that the engine is sure is wrong.
async function findFaults(page) {
  await page.evaluate(`${engine}; globalThis.ace = ace;`);
  const results = await page.evaluate(async () =>
    (await new globalThis.ace.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility'])).results);
  assert.ok(results.length > 50, `${results.length} answers`);
  return results.filter((each) => each.value[0] === 'VIOLATION' && each.value[1] === 'FAIL' && !isWanted(each))
    .map(({ ruleId, message, snippet }) => `${ruleId}: ${message}: ${snippet}`);
}

describe('second engine', { concurrency: 2 }, () => {
  for (const { site, name, title } of sample.filter((each) => !isLong(each))) {
    test(title, async () => {
      const context = await tested.browser.newContext();
      const { page } = await openPage(context, tested.baseUrls[site], name, 360);
      assert.deepEqual(await findFaults(page), []);
      await context.close();
    });
  }
});

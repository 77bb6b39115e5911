// The panel of filters. Every option keeps its place, whatever is found, so that nothing moves under
// a finger; what no page has cannot be chosen.
import { countFilters, kFacets } from './fragment.mjs';
import { fill, plainText, textNodes } from './texts.mjs';

const kNames = Object.keys(kFacets);

function showCount(box, count) {
  box.parentNode.querySelector('.sp-check__count').textContent = count === null ? '' : `(${count})`;
  const isIdle = count === 0 && !box.checked && box !== document.activeElement;
  box.disabled = isIdle;
  box.parentNode.classList.toggle('sp-check--none', isIdle);
}

// `panel` is the <details>; `onChange` is called when the person ticks a box, `onOpen` when they
// open the panel.
export function createFilters(panel, { onChange, onOpen }) {
  const on = panel.querySelector('.sp-filters__on');
  const trouble = panel.querySelector('.sp-filters__trouble');
  const group = (facet) => panel.querySelector(`[data-facet="${facet}"]`);
  const boxes = (facet) => Array.from(group(facet).querySelectorAll('input'));

  const isChoice = (facet) => boxes(facet).length > 1;

  for (const facet of kNames) group(facet).hidden = !isChoice(facet);
  panel.addEventListener('change', onChange);
  panel.addEventListener('toggle', () => { if (panel.open) onOpen(); });

  return {
    isOpen: () => panel.open,
    open() { panel.open = true; },
    setShown(isShown) { panel.hidden = !isShown || !kNames.some(isChoice); },

    // Returns the ids that are ticked: {kinds, topics, audiences}.
    chosen() {
      const ids = {};
      for (const facet of kNames) ids[facet] = boxes(facet).filter((box) => box.checked).map((box) => box.value);
      return ids;
    },

    // Returns the query without ids that this site no longer has: no box could take them away.
    keepKnown(query) {
      const known = Object.assign({}, query);
      for (const facet of kNames) {
        const ids = boxes(facet).map((box) => box.value);
        known[facet] = query[facet].filter((id) => ids.indexOf(id) >= 0);
      }
      return known;
    },

    // Ticks what the query asks for.
    reflect(query) {
      for (const facet of kNames) {
        for (const box of boxes(facet)) box.checked = query[facet].indexOf(box.value) >= 0;
      }
      const count = countFilters(query);
      fill(on, count ? textNodes('filters_on', { n: String(count) }) : '');
    },

    // Shows how many pages each option has; `facets` is null where that could not be found out.
    count(facets) {
      trouble.textContent = facets ? '' : plainText('no_counts');
      for (const facet of kNames) {
        const counts = {};
        if (facets) for (const { id, count } of facets[facet]) counts[id] = count;
        for (const box of boxes(facet)) showCount(box, facets ? counts[box.value] || 0 : null);
      }
    },
  };
}

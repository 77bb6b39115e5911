// Links to headings that stand on pages of their own now.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followOldLink, placeOfHeading } from '../../themes/signpost/scripts/parts/old-links.mjs';

// A page with elements by id: what they say of themselves, and whether they stand in the list.
function pageWith(elements) {
  return {
    getElementById: (id) => {
      const found = elements[id];
      if (!found) return null;
      return {
        getAttribute: (name) => found[name] || null,
        closest: (selector) => (found.inList && selector === '.sp-parts--opening li' ? {} : null),
      };
    },
  };
}

const page = pageWith({
  'at-the-meeting': { href: 'reviews/the-meeting.html#at-the-meeting', inList: true },
  'who-comes': { 'data-href': 'reviews/the-meeting.html#who-comes', inList: true },
  'نیا': { href: 'reviews/part-1.html', inList: true },
  'sp-main': {},
});

test('a heading of a part is found where it is now', () => {
  const rows = [
    ['#at-the-meeting', 'reviews/the-meeting.html#at-the-meeting'],
    ['#who-comes', 'reviews/the-meeting.html#who-comes'],
    ['#%D9%86%DB%8C%D8%A7', 'reviews/part-1.html'],
    ['#sp-main', ''],
    ['#nothing', ''],
    ['#', ''],
    ['', ''],
    ['#%', ''],
  ];
  for (const [hash, place] of rows) assert.equal(placeOfHeading(page, hash), place, hash);
});

test('the visitor is taken there, and nowhere else', () => {
  const went = [];
  const location = (hash) => ({ hash, replace: (place) => went.push(place) });
  followOldLink(page, location('#sp-main'));
  followOldLink(page, location('#who-comes'));
  assert.deepEqual(went, ['reviews/the-meeting.html#who-comes']);
});

// Searches as fragments of the search page's address: what is written is read again, and what a
// person or another page wrote never breaks it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFilters, queryFor, readQuery, tidyWords, writeQuery }
  from '../../themes/signpost/scripts/parts/fragment.mjs';

const query = (changes) => ({ ...queryFor(''), ...changes });

const pairs = [
  ['', query({})],
  ['#q=mediation', query({ words: 'mediation' })],
  ['#q=school+wont+help', query({ words: 'school wont help' })],
  ['#q=a%26b%3Dc%23d%2B%25', query({ words: 'a&b=c#d+%' })],
  ['#q=%D9%85%D9%86', query({ words: 'من' })],
  ['#q=plan&kind=factsheet&kind=policy&topic=plans&audience=children',
    query({ words: 'plan', kinds: ['factsheet', 'policy'], topics: ['plans'], audiences: ['children'] })],
  ['#q=plan&n=30', query({ words: 'plan', shown: 30 })],
  ['#q=medation&as=typed', query({ words: 'medation', asTyped: true })],
];

for (const [fragment, value] of pairs) {
  test(`"${fragment}" is written and read`, () => {
    assert.equal(writeQuery(value), fragment);
    assert.deepEqual(readQuery(fragment), value);
  });
}

const readOnly = [
  ['#q=', query({})],
  ['#kind=factsheet', query({})],
  ['#q=++a++b++', query({ words: 'a b' })],
  ['#q=plan&kind=policy&kind=policy', query({ words: 'plan', kinds: ['policy'] })],
  ['#q=plan&n=15', query({ words: 'plan', shown: 20 })],
  ['#q=plan&n=1000', query({ words: 'plan' })],
  ['#q=plan&n=x&as=else&other=1', query({ words: 'plan' })],
  ['#q=%', query({ words: '%' })],
  ['#sp-main', null],
  ['#top', null],
];

for (const [fragment, value] of readOnly) {
  test(`"${fragment}" is read`, () => assert.deepEqual(readQuery(fragment), value));
}

test('words are tidied and kept short', () => {
  assert.equal(tidyWords(' \t one \n two '), 'one two');
  assert.equal(tidyWords('a'.repeat(5000)).length, 2000);
  assert.equal(tidyWords(`${'a'.repeat(1999)} b`), 'a'.repeat(1999));
});

test('filters are counted', () => {
  assert.equal(countFilters(query({ kinds: ['policy'], topics: ['plans', 'reviews'] })), 3);
});

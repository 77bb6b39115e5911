// What is searched for, as the fragment of the search page's address and back. A fragment is never
// sent to a server.

export const kPageSize = 10;
export const kMaxShown = 100;  // the most that the engine gives at once
export const kMaxLetters = 2000;  // of the words, as many as the box takes: long stories are asked too

export const kFacets = { kinds: 'kind', topics: 'topic', audiences: 'audience' };

// Returns the words without spaces that mean nothing.
export function tidyWords(words) {
  return words.replace(/\s+/g, ' ').trim().slice(0, kMaxLetters).trim();
}

// Returns a search for `words`, with nothing else said.
export function queryFor(words) {
  return { words: tidyWords(words), kinds: [], topics: [], audiences: [], shown: kPageSize, asTyped: false };
}

export function countFilters(query) {
  return Object.keys(kFacets).reduce((sum, facet) => sum + query[facet].length, 0);
}

// Returns "" for a search without words, else "#q=…".
export function writeQuery(query) {
  if (!query.words) return '';
  const fields = new URLSearchParams();
  fields.append('q', query.words);
  for (const facet of Object.keys(kFacets)) {
    for (const id of query[facet]) fields.append(kFacets[facet], id);
  }
  if (query.shown > kPageSize) fields.append('n', query.shown);
  if (query.asTyped) fields.append('as', 'typed');
  return `#${fields}`;
}

// Returns the search that a fragment stands for, or null where it is a place on the page
// ("#sp-main") and says nothing of a search.
export function readQuery(fragment) {
  const text = fragment.replace(/^#/, '');
  if (text !== '' && text.indexOf('=') < 0) return null;
  const fields = new URLSearchParams(text);
  const query = queryFor(fields.get('q') || '');
  if (!query.words) return query;
  for (const facet of Object.keys(kFacets)) {
    query[facet] = Array.from(new Set(fields.getAll(kFacets[facet])));
  }
  const shown = Number(fields.get('n'));
  if (shown > kPageSize && shown <= kMaxShown) query.shown = Math.ceil(shown / kPageSize) * kPageSize;
  query.asTyped = fields.get('as') === 'typed';
  return query;
}

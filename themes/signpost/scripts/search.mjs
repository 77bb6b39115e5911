// The search page: what is typed becomes a query, the query an address and results. Nothing typed
// leaves the page: the address keeps the words in its fragment, which no server sees.
import { createSearchClient } from 'signpost-search';
import { createFilters } from './parts/filters.mjs';
import { countFilters, kMaxShown, kPageSize, queryFor, readQuery, tidyWords, writeQuery }
  from './parts/fragment.mjs';
import { createSearchHistory } from './parts/history.mjs';
import { addKeys } from './parts/keys.mjs';
import { plainText, textNodes } from './parts/texts.mjs';
import { createView } from './parts/view.mjs';
import { createWaiting } from './parts/waiting.mjs';

const kTypingPause = 200;  // ms without a key before a search
const kSettled = 500;      // ms more before its result is told to those who cannot see it
const kPrefixLetters = 3;

const form = document.getElementById('sp-search');
const box = form.querySelector('input');
const view = createView();
const searchHistory = createSearchHistory();
const waiting = createWaiting(view);
const filters = createFilters(view.found.querySelector('details'), {
  onChange: () => refine(filters.chosen()),
  onOpen: showCounts,
});
const client = createSearchClient({
  engineUrl: new URL(form.dataset.engine, document.baseURI).href,
  indexUrl: new URL(form.dataset.index, document.baseURI).href,
  onProgress: waiting.report,
});

let query = queryFor('');  // what is shown, or looked for
let isWhole = true;        // whether its last word is finished
let searches = 0;          // the number of the newest search: what an older one gives is dropped
let again = () => {};      // what "Try again" does
let typing;                // the timer of the pause

function withChanges(changes) {
  return Object.assign({}, query, changes);
}

// Runs `search`, which is told how to know whether it is still waited for, and shows what it gives.
async function attempt(place, search, show) {
  const own = ++searches;
  const isCurrent = () => own === searches;
  again = () => attempt(place, search, show);
  waiting.begin(place);
  try {
    await client.load();
    const answer = isCurrent() ? await search(isCurrent) : null;
    if (!isCurrent() || !answer) return;
    waiting.end();
    show(answer);
  } catch (error) {
    if (!isCurrent()) return;
    waiting.end();
    view.showProblem(error.reason || 'damaged', place);
    if (!error.reason) throw error;  // a mistake of ours belongs in the console
  }
}

// Asks for the query's pages, with `changes` to the request.
function ask(isCurrent, changes) {
  const { words, kinds, topics, audiences, shown, asTyped } = query;
  const request = { words, kinds, topics, audiences, offset: 0, limit: shown };
  Object.assign(request, { prefix: !isWhole, correct: !asTyped, facets: false }, changes);
  return client.search(request, { isCurrent });
}

// Returns what the words would be corrected to, where the person has refused that.
async function findSuggestion(isCurrent) {
  const results = query.asTyped ? await ask(isCurrent, { correct: true, limit: 1 }) : null;
  return results ? results.corrected : '';
}

async function findResults(isCurrent) {
  const results = await ask(isCurrent);
  if (!results) return null;
  return { results, suggestion: await findSuggestion(isCurrent) };
}

function linkTo(other) {
  const link = document.createElement('a');
  const words = document.createElement('bdi');
  words.textContent = other.words;
  link.append(words);
  link.href = writeQuery(other);
  return link;
}

// Returns what is to be said between the number of pages and the pages.
function linesOf({ results, suggestion }) {
  const lines = [];
  if (results.cut) lines.push(textNodes('cut'));
  if (results.corrected) {
    lines.push(textNodes('corrected', { words: results.corrected }));
    lines.push(textNodes('instead', { words: linkTo(withChanges({ asTyped: true })) }));
  }
  if (suggestion) {
    const link = linkTo(withChanges({ words: suggestion, asTyped: false }));
    lines.push(textNodes('did_you_mean', { words: link }));
  }
  if (results.total > kMaxShown && query.shown >= kMaxShown) {
    lines.push(textNodes('limit', { n: String(kMaxShown) }));
  }
  return lines;
}

function hasMore(results, shown) {
  return results.hits.length > 0 && shown < results.total && shown < kMaxShown;
}

// `delay`: ms in which nothing must happen before it is told. `left`: what the history kept of an
// earlier visit to this entry.
function show({ delay = 0, left = null } = {}) {
  view.hush();
  filters.reflect(query);
  if (!query.words) {
    showStart('');
    if (left) returnTo(left);
    return;
  }
  attempt('results', findResults, (answer) => {
    const { results } = answer;
    const isFiltered = countFilters(query) > 0;
    view.showResults(results, query.words, {
      lines: linesOf(answer), hasMore: hasMore(results, results.hits.length), isFiltered, delay,
    });
    filters.setShown(results.total > 0 || isFiltered);
    if (left) returnTo(left);
    showCounts();
  });
}

function showStart(text) {
  searches++;
  waiting.end();
  filters.setShown(false);
  view.showStart(text);
}

// Puts the page as it was left, unless the person has moved on already.
function returnTo({ scrolled, opened }) {
  const link = view.links()[opened];
  if (link && document.activeElement === document.body) link.focus({ preventScroll: true });
  if (scrollY === 0) scrollTo({ top: scrolled, behavior: 'instant' });
}

// Counts the pages of each filter, once someone looks at them.
async function showCounts() {
  if (!filters.isOpen() || !query.words) return;
  const own = searches;
  const isCurrent = () => own === searches;
  try {
    const results = await ask(isCurrent, { limit: 1, facets: true });
    if (results && isCurrent()) filters.count(results.facets);
  } catch (error) {
    if (isCurrent()) filters.count(null);
    if (!error.reason) throw error;
  }
}

// Shows the same words under other filters.
function refine(ids) {
  query = withChanges(Object.assign({ shown: kPageSize }, ids));
  searchHistory.settle(query);
  show();
}

function showMore() {
  const offset = query.shown;
  attempt('more', (isCurrent) => ask(isCurrent, { offset, limit: kPageSize }), (results) => {
    query = withChanges({ shown: offset + kPageSize });
    searchHistory.settle(query);
    view.appendResults(results.hits, hasMore(results, offset + results.hits.length));
  });
}

// Makes the words in the box the query's. Filters stay: they are shown beside the results.
function takeWords() {
  clearTimeout(typing);
  const words = tidyWords(box.value);
  if (words !== query.words) query = withChanges({ words, shown: kPageSize, asTyped: false });
}

function searchWhileTyping() {
  const before = query.words;
  takeWords();
  if (query.words.length < kPrefixLetters) query = withChanges({ words: '' });
  if (query.words === before) return;
  isWhole = false;
  searchHistory.draft(query);
  show({ delay: kSettled });
}

function onTyped(event) {
  view.hush();
  clearTimeout(typing);
  if (!event.isComposing) typing = setTimeout(searchWhileTyping, kTypingPause);
}

function onSubmit(event) {
  event.preventDefault();
  takeWords();
  isWhole = true;
  searchHistory.settle(query);
  if (!query.words) return showStart(plainText('empty'));
  show();
  // On a phone the keyboard would hide what is found.
  if (matchMedia('(pointer: coarse)').matches) box.blur();
}

// Back, Forward or a link to another search. After a link to a place on this page the address gets
// its words back.
function onMoved() {
  const next = readQuery(location.hash);
  if (!next) return searchHistory.draft(query);
  clearTimeout(typing);
  query = filters.keepKnown(next);
  isWhole = true;
  box.value = query.words;
  searchHistory.arrive(query);
  scrollTo({ top: 0, behavior: 'instant' });
  show({ left: searchHistory.left() });
}

function onClick(event) {
  const link = event.target.closest('a[href]');
  if (!link) return;
  const opened = view.links().indexOf(link);
  if (opened >= 0) searchHistory.settle(query);
  searchHistory.leave(opened);
}

function onButton(event) {
  const button = event.target.closest('[data-do]');
  if (!button) return;
  const actions = {
    again: () => again(),
    more: showMore,
    reload: () => location.reload(),
    unfilter: () => refine({ kinds: [], topics: [], audiences: [] }),
  };
  actions[button.dataset.do]();
}

// Loads what a search needs before there is one.
async function getReady() {
  const own = searches;
  waiting.begin('start');
  await client.load().catch(() => {});  // told when something is asked
  if (own === searches && waiting.end()) view.showStart('');
}

function start() {
  query = filters.keepKnown(readQuery(location.hash) || query);
  searchHistory.arrive(query);
  if (countFilters(query) > 0) filters.open();
  if (query.words) {
    view.makeRoom();
    box.value = query.words;
    show({ left: searchHistory.left() });
  } else if (box.value) {
    searchWhileTyping();  // typed before this script came
  } else {
    show({ left: searchHistory.left() });
    if (document.activeElement === box) getReady();
  }
}

box.addEventListener('focus', () => { if (!query.words) getReady(); });
box.addEventListener('input', onTyped);
box.addEventListener('compositionend', onTyped);
form.addEventListener('submit', onSubmit);
addEventListener('hashchange', onMoved);
document.addEventListener('click', onClick);
view.found.addEventListener('click', onButton);
addKeys({ box, found: view.found, links: view.links, onClear: searchWhileTyping });
start();
form.dataset.ready = '';

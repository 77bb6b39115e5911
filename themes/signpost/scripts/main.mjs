// On every page: the search box, and which sessions of workshops are over by now. What is typed goes
// into the fragment of the search page's address, which no server sees. Without this script the box
// leads to the search page all the same.
import { pieceUrls } from 'signpost-search/pieces';
import { followOldLink } from './parts/old-links.mjs';
import { markSessions } from './parts/sessions.mjs';
import { queryFor, writeQuery } from './parts/fragment.mjs';

const form = document.getElementById('sp-search');
const found = document.getElementById('sp-found');  // on the search page only

// Fetches what a search will need while the person types. Not over file://, where nothing is
// fetched ahead, and not for people who asked their browser to save data.
function fetchAhead() {
  const { connection } = navigator;
  if (found || !/^http/.test(location.protocol) || (connection && connection.saveData)) return;
  for (const url of [form.action, form.dataset.index].concat(pieceUrls(form.dataset.engine))) {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = url;
    document.head.appendChild(link);
  }
}

function goToSearch(event) {
  // The search page answers by itself, once its own script is there.
  if (event.defaultPrevented) return;
  event.preventDefault();
  location.href = form.action + writeQuery(queryFor(form.querySelector('input').value));
  if (found) location.reload();
}

// Says so where the search page's own script never came, or does not run here.
function reportMissingSearch() {
  const words = document.getElementById('sp-search-missing');
  if (words && !('ready' in form.dataset)) found.appendChild(words.content.cloneNode(true));
}

// Loads the search page's own script, once: when someone goes to the box, comes with words or comes
// back. Until then nobody has asked for a search.
function loadSearch() {
  if (document.querySelector(`script[src="${form.dataset.script}"]`)) return;
  const script = document.createElement('script');
  script.src = form.dataset.script;
  for (const type of ['load', 'error']) script.addEventListener(type, reportMissingSearch);
  document.head.appendChild(script);
}

function watchSearchPage() {
  const box = form.querySelector('input');
  for (const type of ['focusin', 'input', 'submit']) form.addEventListener(type, loadSearch);
  addEventListener('hashchange', loadSearch);
  const isAsked = location.hash || history.state || box.value || document.activeElement === box;
  if (isAsked) loadSearch();
}

if (form) {
  form.addEventListener('focusin', fetchAhead, { once: true });
  document.addEventListener('submit', goToSearch);
  if (found && form.dataset.script) watchSearchPage();
}

followOldLink(document, location);
addEventListener('hashchange', () => followOldLink(document, location));
markSessions(document, Date.now());

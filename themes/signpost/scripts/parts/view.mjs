// What the search page shows: a line that says how things stand, then results, or what went wrong.
// The topics and the A to Z below stay, but out of the way while a slow search is waited for.
import { buildHit } from './hits.mjs';
import { copyTemplate, fill, plainText, textNodes } from './texts.mjs';

// Returns the attribute data-title of each element by its data-id.
function titlesById(elements) {
  const titles = Object.create(null);
  for (const { dataset } of elements) titles[dataset.id] = dataset.title;
  return titles;
}

// Returns what tells people who use a screen reader how things stand, through the element `live`.
function createAnnouncer(live) {
  let announcing;
  return {
    // Tells `text` unless something else happens within `delay` ms.
    announce(text, delay) {
      clearTimeout(announcing);
      announcing = setTimeout(() => { live.textContent = text; }, delay);
    },

    // Drops what was about to be told.
    hush() { clearTimeout(announcing); },
  };
}

// Puts the frame of results into the page and returns its parts by name, with what changes all of
// them at once.
function createFrame() {
  const found = document.getElementById('sp-found');
  const start = document.getElementById('sp-start');
  const live = found.querySelector('[role="status"]');
  found.append(copyTemplate('sp-search-frame'));
  const part = (name) => found.querySelector(`.sp-found__${name}`);
  const [heading, progress, notes] = [part('heading'), part('progress'), part('notes')];
  const [list, more, moreProgress, message] =
    [part('list'), part('more'), part('more-progress'), part('message')];

  function setWaiting(isWaiting) {
    found.classList.toggle('sp-found--waiting', isWaiting);
    start.hidden = isWaiting;
  }

  return {
    found, live, heading, progress, notes, list, more, moreProgress, message, setWaiting,

    // Fills one of the two that share the first line; the other is empty.
    setLine(element, content) {
      for (const each of [heading, progress]) {
        each.hidden = each !== element;
        fill(each, each === element ? content : '');
      }
    },

    clear() {
      setWaiting(false);
      for (const each of [list, notes, message, moreProgress]) each.textContent = '';
      list.hidden = true;
      more.hidden = true;
    },

    // Focus that `change` takes away goes to the heading.
    keepFocus(change) {
      const hadFocus = found.contains(document.activeElement);
      change();
      if (hadFocus && !found.contains(document.activeElement)) heading.focus();
    },
  };
}

// Returns what shows how far a search has come.
function createStates(frame, { announce }) {
  const title = document.title;
  return {
    // As the page came, with `text` in the line.
    showStart(text) {
      frame.keepFocus(frame.clear);
      frame.setLine(text ? frame.progress : null, text);
      announce(text, 0);
      document.title = title;
    },

    // Makes room for what will come, so that nothing moves when it does.
    makeRoom() { frame.setWaiting(true); },

    // `text` about a slow search, in the line or, for more results, beside the button.
    showProgress(text, place) {
      if (place === 'more') {
        frame.moreProgress.textContent = text;
      } else {
        frame.setLine(frame.progress, text);
      }
    },

    // What was found stays where only its continuation failed (`place` is "more").
    showProblem(reason, place) {
      const problem = copyTemplate('sp-search-problems').querySelector(`[data-reason="${reason}"]`);
      const problemTitle = problem.querySelector('.sp-found__problem');
      frame.keepFocus(() => {
        if (place === 'more') {
          frame.moreProgress.textContent = '';
          frame.message.textContent = '';
        } else {
          frame.clear();
          frame.setLine(frame.heading, problemTitle.textContent);
          problemTitle.remove();
        }
        frame.message.append(problem);
      });
      announce(problemTitle.textContent, 0);
    },
  };
}

// Returns what shows the pages that were found.
function createResults(frame, { announce }) {
  const { heading, notes, list, more, message } = frame;
  const names = {
    folders: titlesById(copyTemplate('sp-search-folders').querySelectorAll('[data-id]')),
    kinds: titlesById(frame.found.querySelectorAll('[data-facet="kinds"] [data-id]')),
  };

  function appendHits(hits) {
    for (const hit of hits) list.append(buildHit(hit, names));
  }

  function fillWith({ total, hits }, words, { lines, hasMore, isFiltered }) {
    frame.clear();
    frame.setLine(heading, textNodes(total ? 'found' : 'none', { n: total, words }));
    for (const nodes of lines) {
      const line = document.createElement('p');
      line.append(nodes);
      notes.append(line);
    }
    appendHits(hits);
    list.hidden = total === 0;
    more.hidden = !hasMore;
    if (total > 0) return;
    message.append(copyTemplate('sp-search-none'));
    message.querySelector('[data-if="filtered"]').hidden = !isFiltered;
  }

  return {
    links: () => Array.from(list.querySelectorAll('a')),

    // `extras`: `lines` stand between the heading and the results; `hasMore`; `isFiltered`; `delay`
    // is that of the announcement.
    showResults(results, words, extras) {
      frame.keepFocus(() => fillWith(results, words, extras));
      document.title = plainText('document_title');
      announce(`${heading.textContent}. ${notes.textContent}`, extras.delay);
    },

    appendResults(hits, hasMore) {
      const first = list.children.length;
      message.textContent = '';
      frame.moreProgress.textContent = '';
      appendHits(hits);
      if (hits.length) list.children[first].querySelector('a').focus();
      more.hidden = !hasMore;
    },
  };
}

export function createView() {
  const frame = createFrame();
  const announcer = createAnnouncer(frame.live);
  return Object.assign({ found: frame.found }, announcer, createStates(frame, announcer),
    createResults(frame, announcer));
}

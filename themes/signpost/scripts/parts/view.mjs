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

export function createView() {
  const found = document.getElementById('sp-found');
  const start = document.getElementById('sp-start');
  const live = found.querySelector('[role="status"]');
  found.append(copyTemplate('sp-search-frame'));
  const part = (name) => found.querySelector(`.sp-found__${name}`);
  const [heading, progress, notes] = [part('heading'), part('progress'), part('notes')];
  const [list, more, moreProgress, message] =
    [part('list'), part('more'), part('more-progress'), part('message')];
  const documentTitles = { start: document.title, found: plainText('document_title') };
  const names = {
    folders: titlesById(copyTemplate('sp-search-folders').querySelectorAll('[data-id]')),
    kinds: titlesById(found.querySelectorAll('[data-facet="kinds"] [data-id]')),
  };
  let announcing;

  // Tells people who use a screen reader, unless something else happens within `delay` ms.
  function announce(text, delay) {
    clearTimeout(announcing);
    announcing = setTimeout(() => { live.textContent = text; }, delay);
  }

  // Fills one of the two that share the first line; the other is empty.
  function setLine(element, content) {
    for (const each of [heading, progress]) {
      each.hidden = each !== element;
      fill(each, each === element ? content : '');
    }
  }

  function setWaiting(isWaiting) {
    found.classList.toggle('sp-found--waiting', isWaiting);
    start.hidden = isWaiting;
  }

  function clear() {
    setWaiting(false);
    for (const each of [list, notes, message, moreProgress]) each.textContent = '';
    list.hidden = true;
    more.hidden = true;
  }

  // Focus that `change` takes away goes to the heading.
  function keepingFocus(change) {
    const hadFocus = found.contains(document.activeElement);
    change();
    if (hadFocus && !found.contains(document.activeElement)) heading.focus();
  }

  function appendHits(hits) {
    for (const hit of hits) list.append(buildHit(hit, names));
  }

  return {
    found,

    // Drops what was about to be told.
    hush() { clearTimeout(announcing); },

    links: () => Array.from(list.querySelectorAll('a')),

    // As the page came, with `text` in the line.
    showStart(text) {
      keepingFocus(clear);
      setLine(text ? progress : null, text);
      announce(text, 0);
      document.title = documentTitles.start;
    },

    // Makes room for what will come, so that nothing moves when it does.
    makeRoom() { setWaiting(true); },

    // `text` about a slow search, in the line or, for more results, beside the button.
    showProgress(text, place) {
      if (place === 'more') {
        moreProgress.textContent = text;
      } else {
        setLine(progress, text);
      }
    },

    announce,

    // `lines` stand between the heading and the results; `delay` is that of the announcement.
    showResults(results, words, { lines, hasMore, isFiltered, delay }) {
      keepingFocus(() => {
        clear();
        setLine(heading, textNodes(results.total ? 'found' : 'none', { n: results.total, words }));
        for (const nodes of lines) {
          const line = document.createElement('p');
          line.append(nodes);
          notes.append(line);
        }
        appendHits(results.hits);
        list.hidden = results.total === 0;
        more.hidden = !hasMore;
        if (results.total > 0) return;
        message.append(copyTemplate('sp-search-none'));
        message.querySelector('[data-if="filtered"]').hidden = !isFiltered;
      });
      document.title = documentTitles.found;
      announce(`${heading.textContent}. ${notes.textContent}`, delay);
    },

    appendResults(hits, hasMore) {
      const first = list.children.length;
      message.textContent = '';
      moreProgress.textContent = '';
      appendHits(hits);
      if (hits.length) list.children[first].querySelector('a').focus();
      more.hidden = !hasMore;
    },

    // What was found stays where only its continuation failed (`place` is "more").
    showProblem(reason, place) {
      const problem = copyTemplate('sp-search-problems').querySelector(`[data-reason="${reason}"]`);
      const title = problem.querySelector('.sp-found__problem');
      keepingFocus(() => {
        if (place === 'more') {
          moreProgress.textContent = '';
          message.textContent = '';
        } else {
          clear();
          setLine(heading, title.textContent);
          title.remove();
        }
        message.append(problem);
      });
      announce(title.textContent, 0);
    },
  };
}

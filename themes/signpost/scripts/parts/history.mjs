// The search in the browser's history. Only the fragment changes while a person types; an entry is
// added where they would expect the Back button to return to: for each search with other words. How
// far the page was scrolled is kept in the entry itself, which is in no storage.
import { queryFor, writeQuery } from './fragment.mjs';

const address = location.href.split('#')[0];

export function createSearchHistory() {
  let settled = queryFor('');  // what the present entry was opened or last settled with

  function write(entry, state) {
    history.replaceState(state, '', address + writeQuery(entry));
  }

  // The browser would scroll before there are results.
  history.scrollRestoration = 'manual';

  return {
    // Shows in the address what is being typed.
    draft(typed) { write(typed, history.state); },

    // Keeps `asked` as a search to return to.
    settle(asked) {
      if (asked.words !== settled.words) {
        write(settled, null);
        history.pushState(null, '', address + writeQuery(asked));
      } else {
        write(asked, history.state);
      }
      settled = asked;
    },

    // After the person has moved through the history.
    arrive(entry) { settled = entry; },

    // Before the page is left by its link number `opened` (of the results; -1: another).
    leave(opened) {
      history.replaceState({ scrolled: scrollY, opened }, '', location.href);
    },

    // Returns what leave() kept in this entry, or null.
    left: () => history.state,
  };
}

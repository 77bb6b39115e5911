// Says how far a slow search has come, in words.
import { plainText } from './texts.mjs';

const kRoomAfter = 200;  // ms of a search before room is made for what is to come
const kSlow = 500;       // ms of a search before its progress is said

export function createWaiting(view) {
  let timers = [];
  let percent = null;  // of what must be loaded first; null: not known
  let place = null;    // where it is said, or null while nothing is

  function text() {
    if (percent === 100) return plainText('searching');
    if (percent === null) return plainText('getting_ready');
    return plainText('getting_ready_percent', { n: String(percent) });
  }

  function say(where) {
    place = where;
    view.showProgress(text(), place);
    view.announce(text(), 0);
  }

  return {
    // `where`: "start" (nothing is asked yet), "results" or "more".
    begin(where) {
      this.end();
      if (where === 'results') timers.push(setTimeout(() => view.makeRoom(), kRoomAfter));
      timers.push(setTimeout(() => say(where), kSlow));
    },

    report({ loaded, total }) {
      percent = total > 0 ? Math.floor((100 * loaded) / total) : null;
      if (place) view.showProgress(text(), place);
    },

    // Returns whether anything was said.
    end() {
      const wasSaid = place !== null;
      timers.forEach((timer) => clearTimeout(timer));
      timers = [];
      place = null;
      return wasSaid;
    },
  };
}

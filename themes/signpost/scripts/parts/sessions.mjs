// Marks the sessions of workshops that are over by the visitor's date: the page was made on another
// day. The words come from the page's template; nothing is announced, since nobody asked.

// Returns whether what ends at `end` ("2026-10-14T12:00:00+01:00") is over at `now` (milliseconds).
// What is no date is never over.
export function isOver(end, now) {
  return Date.parse(end) <= now;
}

export function markSessions(page, now) {
  const words = page.getElementById('sp-session-over');
  if (!words) return;
  for (const end of page.querySelectorAll('.sp-session__end > time')) {
    const session = end.closest('.sp-session');
    if (!isOver(end.dateTime, now) || session.querySelector('.sp-session__state--over')) continue;
    const state = session.querySelector('.sp-session__state');
    // One that did not take place is not over either; one that was full is.
    if (state && state.classList.contains('sp-session__state--cancelled')) continue;
    if (state) state.remove();
    end.closest('p').after(words.content.cloneNode(true));
    const links = session.querySelector('.sp-session__links');
    if (links) links.remove();
  }
}

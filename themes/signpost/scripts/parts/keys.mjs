// Keys that lead from the box through the results and back, beside Tab.

// `links` returns the results' links in order; `onClear` is called when Escape has emptied the box.
export function addKeys({ box, found, links, onClear }) {
  const isPlain = (event) =>
    !(event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

  function goTo(element, event) {
    if (!element) return;
    event.preventDefault();
    element.focus();
  }

  box.addEventListener('keydown', (event) => {
    if (!isPlain(event)) return;
    if (event.key === 'ArrowDown') goTo(links()[0], event);
    if (event.key !== 'Escape' || !box.value) return;
    event.preventDefault();
    box.value = '';
    onClear();
  });

  found.addEventListener('keydown', (event) => {
    if (!isPlain(event)) return;
    if (event.key === 'Escape') goTo(box, event);
    const all = links();
    const at = all.indexOf(event.target);
    if (at < 0) return;
    if (event.key === 'ArrowDown') goTo(all[at + 1], event);
    if (event.key === 'ArrowUp') goTo(at === 0 ? box : all[at - 1], event);
  });
}

// The words of the search page, which lie in its templates so that they are in the page's language.

// Returns what the template called `id` holds, ready to be put in.
export function copyTemplate(id) {
  return document.getElementById(id).content.cloneNode(true);
}

const texts = document.getElementById('sp-search-texts').content;

// Returns the form of a text that goes with the number `n` in `language`: one of the plural
// categories of CLDR.
function formFor(n, language) {
  const isKnown = n !== undefined && window.Intl && Intl.PluralRules;
  return isKnown ? new Intl.PluralRules(language).select(Number(n)) : 'other';
}

// Returns the element of the text called `name`, in the form for `n` where it has several.
function textElement(name, n) {
  const all = Array.from(texts.querySelectorAll(`[data-text="${name}"]`));
  const english = all[0].querySelector('[lang]');
  const form = formFor(n, english ? english.lang : document.documentElement.lang);
  const inForm = (which) => all.find((each) => each.dataset.form === which);
  return inForm(form) || inForm('other') || all[0];
}

// Returns the text called `name` as nodes: {words} and the like become what `values` says, set
// apart, as its direction may differ from that of the text. `values.n` chooses the text's form.
export function textNodes(name, values = {}) {
  const element = textElement(name, values.n);
  const english = element.querySelector('[lang]');
  const nodes = english ? english.cloneNode(false) : document.createDocumentFragment();
  for (const part of element.textContent.split(/(\{\w+\})/)) {
    const value = values[part.slice(1, -1)];
    if (!/^\{\w+\}$/.test(part) || value === undefined) {
      nodes.append(part);
    } else if (value instanceof Node) {
      nodes.append(value);
    } else {
      const apart = document.createElement('bdi');
      apart.textContent = value;
      nodes.append(apart);
    }
  }
  return nodes;
}

export function plainText(name, values) {
  return textNodes(name, values).textContent;
}

export function fill(element, nodes) {
  element.textContent = '';
  element.append(nodes);
}

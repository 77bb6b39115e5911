// The words of the search page, which lie in its templates so that they are in the page's language.

// Returns what the template called `id` holds, ready to be put in.
export function copyTemplate(id) {
  return document.getElementById(id).content.cloneNode(true);
}

const texts = document.getElementById('sp-search-texts').content;

// Returns the text called `name` as nodes: {words} and the like become what `values` says, set
// apart, as its direction may differ from that of the text.
export function textNodes(name, values = {}) {
  const nodes = document.createDocumentFragment();
  const text = texts.querySelector(`[data-text="${name}"]`).textContent;
  for (const part of text.split(/(\{\w+\})/)) {
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

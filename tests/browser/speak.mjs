// A page as a screen reader reads it from top to end: Chromium's accessibility tree as lines of text. A
// block is a line; what a thing is comes before its name ("link: Contact us"), then its state; where the
// language changes, its tag stands in braces; "]" ends a landmark.

// Returns of each element, by its backend node's number, its tag, its language and how it is laid out.
async function readElements(session) {
  const { documents: [{ nodes, layout }], strings } = await session.send('DOMSnapshot.captureSnapshot',
    { computedStyles: ['display', 'position'] });
  const styles = new Map(layout.nodeIndex.map((node, index) => [node, layout.styles[index].map((each) => strings[each])]));
  const elements = [];
  nodes.backendNodeId.forEach((id, index) => {
    const attributes = nodes.attributes[index].map((each) => strings[each]);
    const find = (name) => attributes[attributes.findIndex((each, at) => at % 2 === 0 && each === name) + 1];
    const has = (name) => attributes.some((each, at) => at % 2 === 0 && each === name);
    // A text stands as its element does.
    if (strings[nodes.nodeName[index]] === '#text') {
      elements.push(elements[nodes.parentIndex[index]]);
      return;
    }
    const [display = 'none', position = 'static'] = styles.get(index) ?? [];
    elements.push({
      language: has('lang') ? find('lang') : elements[nodes.parentIndex[index]]?.language ?? '',
      isCurrent: has('aria-current') && !has('href'),
      isBlock: !/^(none|inline|contents)/.test(display),
      isPhrase: position === 'absolute' || /^(A|BDI|B|SMALL|SPAN|STRONG|TIME)$/.test(strings[nodes.nodeName[index]]),
    });
  });
  return new Map(nodes.backendNodeId.map((id, index) => [id, elements[index]]));
}

const landmarks = { banner: 'banner', complementary: 'aside', contentinfo: 'footer', form: 'form', main: 'main',
  navigation: 'menu', region: 'region', search: 'search' };
const blocks = new Set(['paragraph', 'heading', 'listitem', 'row', 'term', 'definition', 'caption', 'Figcaption',
  'LabelText', 'status', 'blockquote', 'DescriptionListTerm', 'DescriptionListDetail', 'generic', 'group', 'figure',
  'Details', 'note', 'article', 'list', 'table', 'DescriptionList', 'form']);
const named = { link: 'link', button: 'button', searchbox: 'search field', textbox: 'edit', checkbox: 'check box',
  radio: 'radio button', combobox: 'combo box', image: 'graphic', img: 'graphic', DisclosureTriangle: 'button',
  SvgRoot: 'graphic', graphicsDocument: 'graphic' };

class Speaker {
  constructor(nodes, elements) {
    this.nodes = new Map(nodes.map((node) => [node.nodeId, node]));
    this.elements = elements;
    this.language = '';
    this.lines = [];
    this.line = '';
  }

  endLine() {
    if (this.line.trim() !== '') this.lines.push(this.line.trim());
    this.line = '';
  }

  say(text, node) {
    const language = this.elements.get(node?.backendDOMNodeId)?.language ?? this.language;
    if (language !== this.language && text.trim() !== '') {
      this.line += `{${language}} `;
      this.language = language;
    }
    this.line += text;
  }

  childrenOf(node) {
    return (node.childIds ?? []).map((id) => this.nodes.get(id)).filter(Boolean);
  }

  visitChildren(node) {
    for (const child of this.childrenOf(node)) this.visit(child);
  }

  // Reads what `node` holds on lines of its own.
  inBlock(node, opening, closing = '') {
    this.endLine();
    this.line = opening;
    this.visitChildren(node);
    this.endLine();
    if (closing !== '') this.lines.push(closing);
  }

  visitNamed(node, role, name) {
    const properties = Object.fromEntries((node.properties ?? []).map((each) => [each.name, each.value.value]));
    const states = ['expanded', 'checked', 'pressed', 'disabled', 'required', 'invalid'].flatMap((state) => {
      const value = properties[state];
      if (value === undefined || (state === 'invalid' && value === 'false')) return [];
      if (state === 'expanded') return [value ? 'expanded' : 'collapsed'];
      if (state === 'checked' || state === 'pressed') return [value === 'true' || value === true ? state : `not ${state}`];
      return value ? [state] : [];
    });
    const description = node.description?.value;
    if (this.line.endsWith(']')) this.space();
    this.say(`[${[`${named[role]}: ${name}`, ...states, ...(description ? [description] : [])].join(', ')}]`, node);
  }

  visit(node) {
    const role = node.role?.value;
    const name = node.name?.value ?? '';
    if (node.ignored || role === 'none' || role === 'presentation') return this.visitIgnored(node);
    if (role === 'StaticText') return this.sayText(node, name);
    if (role === 'LineBreak') return this.endLine();
    if (role === 'ListMarker') return undefined;
    if (landmarks[role] && (role !== 'form' || name !== '')) {
      return this.inBlock(node, `${landmarks[role]}${name ? ` "${name}"` : ''} [`, `] ${landmarks[role]}`);
    }
    if (named[role]) return this.visitNamed(node, role, name);
    return this.visitBlock(node, role, name);
  }

  sayText(node, text) {
    const { isBlock, isPhrase } = this.elements.get(node.backendDOMNodeId) ?? {};
    if ((isBlock && isPhrase) || (this.line.endsWith(']') && /^[\p{L}\p{N}]/u.test(text))) this.space();
    this.say(text, node);
  }

  // What has no role of its own may still be a block, or words that the layout sets apart from others.
  visitIgnored(node) {
    const { isBlock, isPhrase, isCurrent } = this.elements.get(node.backendDOMNodeId) ?? {};
    if (isBlock && !isPhrase) return this.inBlock(node, '');
    if (isBlock) this.space();
    this.visitChildren(node);
    if (isCurrent) this.line += ' (current)';
    if (isBlock) this.space();
    return undefined;
  }

  space() {
    if (!/(^|\s)$/.test(this.line)) this.line += ' ';
  }

  visitBlock(node, role, name) {
    const children = this.childrenOf(node);
    const level = node.properties?.find((each) => each.name === 'level')?.value.value;
    switch (role) {
      case 'heading': return this.inBlock(node, `heading ${level}: `);
      case 'list': return this.inBlock(node, `list of ${children.length}${name ? ` "${name}"` : ''}`);
      case 'listitem': return this.inBlock(node, '- ');
      case 'table': return this.inBlock(node, `table${name ? ` "${name}"` : ''}`);
      case 'row': return this.visitRow(node);
      case 'group': case 'figure': case 'note': case 'status': case 'article': case 'Details':
        return this.inBlock(node, role === 'Details' || (role === 'group' && !name) ? '' : `${role}${name ? ` "${name}"` : ''}: `);
      default:
        if (blocks.has(role) && role !== 'generic') return this.inBlock(node, '');
        return this.visitIgnored(node);
    }
  }

  visitRow(node) {
    this.endLine();
    const cells = this.childrenOf(node);
    cells.forEach((cell, index) => {
      this.say(index === 0 ? 'row: ' : ' | ', cell);
      if (/header$/.test(cell.role?.value ?? '')) this.say('header ', cell);
      const lines = this.lines;
      this.lines = [];
      const line = this.line;
      this.line = '';
      this.visitChildren(cell);
      this.endLine();
      this.line = line + this.lines.join(' / ');
      this.lines = lines;
    });
    this.endLine();
  }
}

// Returns what is said of the page, a line for each block.
export async function speak(page) {
  const session = await page.context().newCDPSession(page);
  const elements = await readElements(session);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const speaker = new Speaker(nodes, elements);
  const top = nodes.find((node) => node.role?.value === 'RootWebArea');
  speaker.say(`page: ${top.name.value}`, top);
  speaker.endLine();
  speaker.visitChildren(top);
  speaker.endLine();
  return `${speaker.lines.join('\n')}\n`;
}

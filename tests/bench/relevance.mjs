// How well the search page of a built site ranks: each document of a collection of judged questions
// becomes a page, the site is built, and every question is asked on search.html in Chromium, as
// typed and with one typing mistake each. Prints nDCG@10, MRR@10, recall@10 and the share of
// questions without a result, beside what other engines reach on the same collections.
//
//   node tests/bench/relevance.mjs COLLECTION…      folders with docs.jsonl, queries.*.tsv, qrels.tsv
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { program } from '../tools.mjs';

const depth = 10;
// nDCG@10 of other engines and what is to be reached.
const peers = {
  cranfield: { orig: { Pagefind: 0.015, MiniSearch: 0.441, Lunr: 0.523, 'to reach': 0.534 },
    typo: { Pagefind: 0.009, MiniSearch: 0.420, Lunr: 0.499, 'to reach': 0.53 } },
  cisi: { orig: { Pagefind: 0.015, MiniSearch: 0.265, Lunr: 0.396, 'to reach': 0.396 },
    typo: { Pagefind: 0.008, MiniSearch: 0.253, Lunr: 0.362, 'to reach': 0.39 } },
};

const rows = (file) => fs.readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));

// Markdown in which every sign stands for itself.
const literal = (text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/^(\d+)(?=\\[.)])/gm, '$1');
const quoted = (text) => JSON.stringify(text.replace(/\s+/g, ' ').trim() || 'Untitled');

function makeSite(collection, folder) {
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  write('site-config.yaml', `service:
  name: Judged documents
  short_name: Documents
  area: Nowhere
  phone: 01632 960 123
  email: help@measuring.example
  address: [1 High Street]
  hours: {days: [monday], from: "09:00", to: "17:00"}
  placeholder: true
promises: {first_contact_working_days: 5}
independence: {funded_by: [Nobody], statement: These documents are for measuring.}
site: {base_url: "", theme: signpost, language: en-GB}
languages: [{tag: en-GB, name: English, dir: ltr}]
navigation: []
footer: []
folders:
  docs: {kind: page, title: Documents, summary: All documents.}
`);
  write('content/index.md', '---\ntitle: Home\nsummary: Zzz.\nlayout: home\n---\n\nZzz.\n');
  for (const line of fs.readFileSync(path.join(collection, 'docs.jsonl'), 'utf8').trimEnd().split('\n')) {
    const { id, title, description, body } = JSON.parse(line);
    write(`content/docs/d${id}.md`, `---\ntitle: ${quoted(title)}\nsummary: ${quoted(description)}\nallow: {personal-phone: a collection that was published before}\n---\n\n${literal(body)}\n`);
  }
  const result = spawnSync(program, ['build', '--site', folder, '--date', '2026-11-23'],
    { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (result.status !== 0) throw new Error(result.stdout.split("\n").filter((line) => line.includes(" error: ")).join("\n") + result.stderr);
  return path.join(folder, 'public');
}

// In the page: asks by the address's fragment and returns the links of the results once they stand
// in the place of the last ones.
function askInPage(words) {
  const found = document.getElementById('sp-found');
  const heading = found.querySelector('.sp-found__heading');
  heading.replaceChildren();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (heading.hidden || heading.textContent === '') return;
      observer.disconnect();
      resolve([...found.querySelectorAll('.sp-hit a')].map((link) => link.getAttribute('href')));
    });
    observer.observe(found, { childList: true, subtree: true });
    location.hash = `#${new URLSearchParams({ q: words })}`;
  });
}

// As trec_eval's ndcg_cut: linear gains, the ideal over all that is judged.
function score(questions, judged, answers) {
  const sums = { ndcg: 0, mrr: 0, recall: 0, zero: 0 };
  let count = 0;
  for (const [id] of questions) {
    const gains = judged.get(id);
    if (!gains) continue;
    count += 1;
    const discounted = (values) =>
      values.slice(0, depth).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
    const got = answers.get(id).slice(0, depth).map((document) => gains.get(document) ?? 0);
    const first = got.findIndex((gain) => gain > 0);
    sums.ndcg += discounted(got) / discounted([...gains.values()].sort((a, b) => b - a));
    sums.mrr += first < 0 ? 0 : 1 / (first + 1);
    sums.recall += got.filter((gain) => gain > 0).length / gains.size;
    sums.zero += answers.get(id).length === 0 ? 1 : 0;
  }
  return Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, sum / count]));
}

let isReached = true;
console.log('| collection | questions | nDCG@10 | MRR@10 | recall@10 | no result | others, nDCG@10 |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const collection of process.argv.slice(2)) {
  const name = path.basename(path.resolve(collection));
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'signpost-relevance-'));
  process.env.SIGNPOST_SITE = makeSite(collection, work);
  // Read after SIGNPOST_SITE is set: it names the site that is served.
  const { launchBrowser, serveSite } = await import(`../browser/tools.mjs?site=${name}`);
  const judged = new Map();
  for (const [question, document, gain] of rows(path.join(collection, 'qrels.tsv'))) {
    if (!judged.has(question)) judged.set(question, new Map());
    judged.get(question).set(document, Number(gain));
  }
  const browser = await launchBrowser();
  const server = await serveSite();
  const page = await browser.newPage();
  await page.goto(`${server.baseUrl}search.html`);
  await page.waitForSelector('#sp-search[data-ready]');
  for (const kind of ['orig', 'typo']) {
    const questions = rows(path.join(collection, `queries.${kind}.tsv`));
    const answers = new Map();
    for (const [id, words] of questions) {
      const links = await page.evaluate(askInPage, words);
      answers.set(id, links.map((link) => /docs\/d(\w+)\.html/.exec(link)?.[1] ?? link));
    }
    const { ndcg, mrr, recall, zero } = score(questions, judged, answers);
    const others = Object.entries(peers[name]?.[kind] ?? {});
    console.log(`| ${[name, kind, ...[ndcg, mrr, recall, zero].map((each) => each.toFixed(3)),
      others.map(([peer, figure]) => `${peer} ${figure}`).join(', ')].join(' | ')} |`);
    isReached &&= zero === 0 && ndcg >= (peers[name]?.[kind]['to reach'] ?? 0);
  }
  await browser.close();
  server.close();
  fs.rmSync(work, { recursive: true });
}
process.exitCode = isReached ? 0 : 1;

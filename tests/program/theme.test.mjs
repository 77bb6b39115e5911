// A site's own look: colours, logo and templates beside its settings, and what is said of those that do
// nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { frozenSite, listFiles, makeFolder, program } from '../tools.mjs';

// Returns a copy of the frozen site with `files` written into it, by their paths; `settings` changes
// site-config.yaml.
function makeSite(files = {}, settings = (text) => text) {
  const site = path.join(makeFolder(), 'site');
  fs.cpSync(frozenSite, site, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    fs.writeFileSync(path.join(site, name), text);
  }
  const config = path.join(site, 'site-config.yaml');
  fs.writeFileSync(config, settings(fs.readFileSync(config, 'utf8')));
  return site;
}

// Builds the site and returns the exit code, the findings that are errors, and the files.
function build(site) {
  const out = path.join(site, '../public');
  const { status, stdout, stderr } = spawnSync(program, ['build', '--site', site, '--out', out,
    '--date', '2026-11-23'], { encoding: 'utf8' });
  const lines = (stdout + stderr).split('\n');
  const errors = lines.flatMap((line, i) => {
    const found = /^(.*): error: (.*)$/.exec(line);
    if (!found) return [];
    const help = lines.slice(i + 1).find((each) => each.startsWith('   help: ')) ?? '';
    return [`${found[1]}: ${found[2]} | ${help.replace('   help: ', '')}`];
  });
  return { status, errors, out };
}

const brand = 'brand:\n  colours: {main: "#00524c", warm: "#ffd166"}\n  logo: images/logo.svg\n'
  + '  tagline: Here for families\npromises:';
const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>\n';

test('colours, logo and words of a service need no build', () => {
  const site = makeSite({ 'content/images/logo.svg': logo }, (text) => text.replace('promises:', brand));
  const { status, errors, out } = build(site);
  assert.deepEqual(errors, []);
  assert.equal(status, 0);
  const home = fs.readFileSync(path.join(out, 'index.html'), 'utf8');
  assert.match(home, /<img class="sp-logo" src="images\/logo\.svg" alt="">/);
  assert.match(home, /<small>Here for families<\/small>/);
  assert.match(home, /<meta name="theme-color" content="#00524c" media="\(prefers-color-scheme: light\)">/);
  assert.doesNotMatch(home, /class="sp-mark"/);
  assert.equal(fs.readFileSync(path.join(out, 'images/logo.svg'), 'utf8'), logo);
  const style = listFiles(path.join(out, 'assets')).find((name) => /^main\..*\.css$/.test(name));
  const css = fs.readFileSync(path.join(out, 'assets', style), 'utf8');
  assert.match(css, /^:root\{color-scheme:light dark;[^}]*--header:#00524c;[^}]*--warm:#ffd166;/);
});

test('a colour that cannot be read publishes nothing and has the nearest that can', () => {
  const site = makeSite({}, (text) => text.replace('promises:',
    'brand:\n  colours:\n    warm: "#c62828"\npromises:'));
  const { status, errors, out } = build(site);
  assert.equal(status, 1);
  assert.equal(fs.existsSync(out), false);
  assert.deepEqual(errors.map((each) => each.replace(/^site-config\.yaml:\d+/, 'site-config.yaml')), [
    'site-config.yaml:5: colours that cannot be read: "on-warm" (#1f1a24) on "warm" (#c62828) has 3.03 to 1 '
      + 'and needs 7; "warm" (#c62828) on "header" (#4a2358) has 2.23 to 1 and needs 4.5; "warm" (#c62828) on '
      + '"menu" (#3a1b46) has 2.62 to 1 and needs 4.5 [theme-contrast] | the nearest "warm" that passes is "#e88d8d"',
  ]);
});

test('names that no page has are told, each once a template', () => {
  const { status, errors } = build(makeSite({
    'themes/signpost/partials/mark.mustache':
      '<img src="{{assets.logo}}" alt="{{service.nmae}}">\n{{#pages}}{{page.titel}}{{/pages}}\n'
      + '{{xyzzy}} {{xyzzy}} {{page.title}} {{t.home}} {{t.hoem}}\n',
  }));
  assert.equal(status, 1);
  const file = 'themes/signpost/partials/mark.mustache';
  assert.deepEqual(errors.filter((each) => each.includes('[template-unknown-name]')), [
    `${file}:1:11: "assets" has no "logo" [template-unknown-name] | use one of: css, icon, js, search_js`,
    `${file}:1:33: "service" has no "nmae" [template-unknown-name] | did you mean "name"?`,
    `${file}:2:1: templates are given no "pages" [template-unknown-name] | did you mean "page"?`,
    `${file}:2:11: "page" has no "titel" [template-unknown-name] | did you mean "title"?`,
    `${file}:3:1: templates are given no "xyzzy" [template-unknown-name] | `
      + 'themes/signpost/README.md of the program lists the names',
    `${file}:3:47: "t" has no "hoem" [template-unknown-name] | did you mean "home"?`,
  ]);
});

test('files of a theme that do nothing are told', () => {
  const { status, errors } = build(makeSite({
    'themes/signpost/styles/own.scss': 'p { color: red }\n',
    'themes/signpost/main.css': 'p { color: red }\n',
    'themes/signpost/layout/page.mustache': '{{content}}\n',
    'themes/signpost/scripts/own.mjs': 'export {};\n',
    'themes/signpost/theme.yaml': 'styles: styles/main.css\nicons: images/icon.svg\n',
  }));
  assert.equal(status, 1);
  const styles = 'write plain CSS: styles/main.css, or a colour under "brand"';
  assert.deepEqual(errors.map((each) => each.replace('themes/signpost/', '')), [
    'layout: this does nothing: a theme has no such folder [theme-file] | '
      + 'its folders are layouts, directives, partials, styles, scripts, images, fonts, i18n',
    'main.css: this does nothing: style sheets are read from styles/ [theme-file] | move it to styles/',
    'scripts/own.mjs: this does nothing: modules are bundled with the program [theme-file] | '
      + 'write a classic script: scripts/main.js',
    `styles/own.scss: this does nothing: Sass is compiled with the program [theme-file] | ${styles}`,
    'theme.yaml:2:1: a theme has no key "icons" [theme-file] | did you mean "icon"?',
  ]);
});

test('a factsheet has a twin in large print, which search engines are not shown', () => {
  const { status, out } = build(makeSite());
  assert.equal(status, 0);
  const read = (name) => fs.readFileSync(path.join(out, name), 'utf8');
  const usual = read('factsheets/mediation/all.html');
  const large = read('factsheets/mediation/all.large.html');
  assert.ok(usual.includes('href="../../factsheets/mediation/all.large.html">This page in large print<'));
  assert.equal(large.replace('<html class="sp-large" ', '<html ')
    .replace('<meta name="robots" content="noindex">\n', ''), usual);
  assert.equal(fs.existsSync(path.join(out, 'policies/complaints.large.html')), false);
});

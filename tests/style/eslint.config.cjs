// What the JavaScript must keep to, beside what ESLint recommends: no function over 60 lines.
const js = require('@eslint/js');
const globals = require('globals');

module.exports = [
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'eqeqeq': 'error',
      'max-lines-per-function': ['error', { max: 60, IIFEs: true }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['{tests,search-index/wasm}/**', 'themes/*'], languageOptions: { globals: globals.node } },
  // What a test hands to a page runs there.
  { files: ['tests/{bench,browser}/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/themes/*/scripts/**', 'search-index/browser/**'],
    languageOptions: { ecmaVersion: 2022, globals: globals.browser },
  },
];

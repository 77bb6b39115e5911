// Prints what ESLint finds as "file:line: message", as our other checks do.
const path = require('node:path');

module.exports = (results) => results.flatMap(({ filePath, messages }) =>
  messages.map(({ line, message, ruleId }) =>
    `${path.relative('', filePath)}:${line || 1}: ${message} (${ruleId})\n`)).join('');

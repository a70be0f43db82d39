// Reads a file of reports with the npm package ab-result, which takes a text for one report.
const fs = require('fs');
const abResult = require('ab-result');

console.log(Object.keys(abResult(fs.readFileSync(process.argv[2], 'utf8'))).length);

// Holds what abstat writes for other programs against these programs' own rules, and says what does not fit.
//
//   node validate.mjs MODULES SOURCE OUTPUTS
//
// OUTPUTS has schema.json (abstat schema), and one file for each export: bmf.json, action.json, *.junit.xml.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [modules, source, outputs] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'x.js'));
const Ajv4 = require('ajv-draft-04').default;
const Ajv = require('ajv').default;
const { parse } = require('junit2json');

const problems = [];
const textOf = (name) => readFileSync(path.join(outputs, name), 'utf8');
const report = (name, validate) => {
  for (const error of (validate.errors ?? []).slice(0, 3))
    problems.push(`${name}: ${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
};

// Every golden JSON, by the schema that abstat prints.
const isDocument = new Ajv4({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(JSON.parse(textOf('schema.json')));
let documents = 0;
const golden = path.join(source, 'tests/golden');
for (const name of readdirSync(golden)) {
  const stdout = path.join(golden, name, 'stdout');
  if (!existsSync(stdout)) continue;
  const text = readFileSync(stdout, 'utf8');
  const lines = name.includes('ndjson') ? text.trim().split('\n') : text.startsWith('{"schema":') ? [text] : [];
  for (const line of lines) {
    ++documents;
    if (!isDocument(JSON.parse(line))) report(name, isDocument);
  }
}
if (documents < 20) problems.push(`only ${documents} golden documents were found`);

// Bencher Metric Format (https://bencher.dev/docs/reference/bencher-metric-format): benchmarks of measures; a value,
// and the ends of its interval or none. Names have at most 1024 characters, those of measures 64.
const number = { type: 'number' };
const isBmf = new Ajv().compile({
  type: 'object',
  minProperties: 1,
  propertyNames: { minLength: 1, maxLength: 1024 },
  additionalProperties: {
    type: 'object',
    minProperties: 1,
    propertyNames: { minLength: 1, maxLength: 64 },
    additionalProperties: {
      type: 'object',
      required: ['value'],
      properties: { value: number, lower_value: number, upper_value: number },
      additionalProperties: false,
    },
  },
});
if (!isBmf(JSON.parse(textOf('bmf.json')))) report('bmf.json', isBmf);

// github-action-benchmark, customBiggerIsBetter: a list of these.
const text = { type: 'string', minLength: 1 };
const isAction = new Ajv().compile({
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['name', 'unit', 'value'],
    properties: { name: text, unit: text, value: number, range: text, extra: text },
    additionalProperties: false,
  },
});
if (!isAction(JSON.parse(textOf('action.json')))) report('action.json', isAction);

// A reader of JUnit must see as many cases as the suite counts, and of each its name and class.
let seen = 0;
for (const name of readdirSync(outputs).filter((one) => one.endsWith('.junit.xml'))) {
  const suites = await parse(textOf(name));
  for (const suite of suites?.testsuite ?? []) {
    const cases = suite.testcase ?? [];
    const counted = (part) => cases.filter((one) => one[part]?.length > 0).length;
    seen += cases.length;
    if (suite.tests !== cases.length) problems.push(`${name}: ${suite.tests} tests, ${cases.length} cases`);
    if (suite.failures !== counted('failure')) problems.push(`${name}: failures are miscounted`);
    if (suite.skipped !== counted('skipped')) problems.push(`${name}: skipped are miscounted`);
    for (const one of cases) if (!one.name || !one.classname) problems.push(`${name}: a case without name or class`);
  }
  if (!suites?.testsuite?.length) problems.push(`${name}: no suite`);
}

if (seen === 0) problems.push('no case in any JUnit file');

for (const problem of problems) console.log(problem);
process.exit(problems.length === 0 ? 0 : 1);

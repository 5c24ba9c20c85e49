// Renews openapi.json, the part of the API's description that the workspace is built with, from a whole description:
// node build/renew-contract.mjs <file> [path …]. Further paths are added to those that are in it already.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [file, ...added] = process.argv.slice(2);
const copy = join(dirname(dirname(fileURLToPath(import.meta.url))), 'openapi.json');
const whole = JSON.parse(readFileSync(file, 'utf8'));
const known = existsSync(copy) ? Object.keys(JSON.parse(readFileSync(copy, 'utf8')).paths) : [];
const missing = [...known, ...added].filter((path) => !(path in whole.paths));
if (missing.length > 0) {
  // What still calls them no longer compiles.
  console.warn(`not in ${file}: ${missing.join(', ')}`);
}
const paths = Object.fromEntries(
  [...new Set([...known, ...added])]
    .filter((path) => path in whole.paths)
    .sort()
    .map((path) => [path, whole.paths[path]]),
);

/** What holds parts by names that somebody has chosen. */
const NAMED = ['properties', 'schemas', 'parameters', 'responses', 'headers'];
/** What is written for readers, and may be worded otherwise without the copy being stale. */
const WORDS = ['summary', 'description', 'example', 'examples', 'tags', 'operationId', 'x-permission'];
function withoutWords(value, names) {
  if (Array.isArray(value)) {
    return value.map((item) => withoutWords(item, false));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => names || !WORDS.includes(name))
      .map(([name, part]) => [name, withoutWords(part, !names && NAMED.includes(name))]),
  );
}

/** Collects the components that are referred to, those that they refer to, and so on. */
const components = {};
function collect(value) {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (typeof value.$ref === 'string') {
    const [kind, name] = value.$ref.split('/').slice(2);
    if (components[kind]?.[name] === undefined) {
      components[kind] = { ...components[kind], [name]: whole.components[kind][name] };
      collect(components[kind][name]);
    }
  }
  Object.values(value).forEach(collect);
}
collect(paths);

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
const contract = {
  openapi: whole.openapi,
  info: { title: whole.info.title, version: whole.info.version },
  paths: withoutWords(paths, true),
  components: Object.fromEntries(Object.entries(sorted(components)).map(([kind, all]) => [kind, withoutWords(sorted(all), true)])),
};
writeFileSync(copy, `${JSON.stringify(contract, null, 2)}\n`);

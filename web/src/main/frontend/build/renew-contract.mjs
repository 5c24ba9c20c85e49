// Renews openapi.json, the part of the API's description that the workspace is built with, from a whole description:
// node build/renew-contract.mjs <file> [path …]. Further paths are added to those that are in it already.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [file, ...added] = process.argv.slice(2);
const copy = join(dirname(dirname(fileURLToPath(import.meta.url))), 'openapi.json');
const whole = JSON.parse(readFileSync(file, 'utf8'));
const known = existsSync(copy) ? Object.keys(JSON.parse(readFileSync(copy, 'utf8')).paths) : [];
const paths = Object.fromEntries(
  [...new Set([...known, ...added])].sort().map((path) => {
    if (!(path in whole.paths)) {
      throw new Error(`${path} is not in ${file}`);
    }
    return [path, whole.paths[path]];
  }),
);

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
  paths,
  components: Object.fromEntries(Object.entries(sorted(components)).map(([kind, all]) => [kind, sorted(all)])),
};
writeFileSync(copy, `${JSON.stringify(contract, null, 2)}\n`);

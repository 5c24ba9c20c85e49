// Installs the official client of the Model Context Protocol into the folder that is named, and the program that uses it.
import { cpSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '../node/packages.mjs';

const source = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2]);

await install(source, target);
cpSync(join(source, 'client.mjs'), join(target, 'client.mjs'));

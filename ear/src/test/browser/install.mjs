// Unpacks a Chromium into the folder that is named, and says there, in the file "executable", where it is.
// Does nothing while the lock file is the one of the last time.
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from '../node/packages.mjs';

const source = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2]);

await install(source, target, async () => {
  // The package unpacks into the folder for temporary files.
  process.env.TMPDIR = target;
  const chromiumPackage = join(target, 'node_modules', '@sparticuz', 'chromium');
  const load = (file) => import(pathToFileURL(join(chromiumPackage, 'build', 'esm', file)));
  const { default: chromium } = await load('index.js');
  const { inflate } = await load('lambdafs.js');
  writeFileSync(join(target, 'executable'), await chromium.executablePath());
  // The system libraries that it is linked against, for machines that lack them.
  await inflate(join(chromiumPackage, 'bin', 'al2023.tar.br'));
});

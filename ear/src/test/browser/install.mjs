// Unpacks a Chromium into the folder that is named, and says there, in the file "executable", where it is.
// Does nothing while the lock file is the one of the last time.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2]);
const stamp = join(target, 'installed-lock.json');
const lock = readFileSync(join(source, 'package-lock.json'), 'utf8');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(join(source, file), join(target, file));
  }
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: target, stdio: 'inherit' });
  // The package unpacks into the folder for temporary files.
  process.env.TMPDIR = target;
  const chromiumPackage = join(target, 'node_modules', '@sparticuz', 'chromium');
  const load = (file) => import(pathToFileURL(join(chromiumPackage, 'build', 'esm', file)));
  const { default: chromium } = await load('index.js');
  const { inflate } = await load('lambdafs.js');
  writeFileSync(join(target, 'executable'), await chromium.executablePath());
  // The system libraries that it is linked against, for machines that lack them.
  await inflate(join(chromiumPackage, 'bin', 'al2023.tar.br'));
  writeFileSync(stamp, lock);
}

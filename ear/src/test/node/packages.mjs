// Installs what a package-lock.json names into a folder, unless that was done for the same lock file before.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'installed-lock.json';

// Calls `afterwards` when something was installed; the folder counts as installed only when that has gone well, too.
export async function install(source, target, afterwards = () => {}) {
  const stamp = join(target, STAMP);
  const lock = readFileSync(join(source, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
    return;
  }
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(join(source, file), join(target, file));
  }
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: target, stdio: 'inherit' });
  await afterwards();
  writeFileSync(stamp, lock);
}

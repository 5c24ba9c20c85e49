// Called by Maven: node build/run.mjs build|test <target folder> [skip]. Installs what the lock file names, unless it is
// there already, and does nothing while no source has changed since the last time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a browser has to load before it shows anything, compressed. */
const BUDGET_BYTES = 250 * 1024;

const [task, target, skip] = process.argv.slice(2);
const home = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(home, 'node_modules', '.bin');
const generated = join(home, 'src', 'api', 'schema.d.ts');

function run(tool, ...options) {
  execFileSync(join(tools, tool), options, { cwd: home, stdio: 'inherit' });
}

function install() {
  const stamp = join(home, 'node_modules', '.installed-lock.json');
  const lock = readFileSync(join(home, 'package-lock.json'), 'utf8');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
      cwd: home,
      stdio: 'inherit',
    });
    writeFileSync(stamp, lock);
  }
}

/** A digest of everything that goes in. */
function fingerprint() {
  const hash = createHash('sha256');
  const read = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = join(path, entry.name);
      if (['node_modules', 'dist'].includes(entry.name) || file === generated) {
        continue;
      }
      if (entry.isDirectory()) {
        read(file);
      } else {
        hash.update(file.slice(home.length)).update(readFileSync(file));
      }
    }
  };
  read(home);
  return hash.digest('hex');
}

function once(name, action) {
  const stamp = join(target, name);
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    return;
  }
  install();
  run('openapi-typescript', 'openapi.json', '--output', generated);
  action();
  mkdirSync(target, { recursive: true });
  writeFileSync(stamp, now);
}

function test() {
  run('vue-tsc', '--noEmit');
  run('eslint', '.', '--max-warnings', '0');
  run('vitest', 'run', '--reporter=dot');
}

function build() {
  const output = join(target, 'war', 'app');
  run('vite', 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', output);
  const manifest = JSON.parse(readFileSync(join(output, '.vite', 'manifest.json'), 'utf8'));
  rmSync(join(output, '.vite'), { recursive: true });
  const first = new Set();
  const collect = (name) => {
    const chunk = manifest[name];
    if (!first.has(chunk.file)) {
      first.add(chunk.file);
      chunk.css?.forEach((file) => first.add(file));
      chunk.imports?.forEach(collect);
    }
  };
  collect('index.html');
  const bytes = [...first].reduce((sum, file) => sum + gzipSync(readFileSync(join(output, file))).length, 0);
  console.log(`workspace: first load ${Math.round(bytes / 1024)} KB compressed, in ${first.size} files`);
  if (bytes > BUDGET_BYTES) {
    throw new Error(`the first load is larger than ${BUDGET_BYTES / 1024} KB`);
  }
}

if (task === 'build') {
  once('built', build);
} else if (skip !== 'true') {
  once('tested', test);
}

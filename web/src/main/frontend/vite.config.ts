import { readFileSync } from 'node:fs';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const strata = process.env.STRATA_URL ?? 'http://127.0.0.1:8080';
const proxied = ['/api', '/resources', '/login.xhtml', '/jakarta.faces.resource', '/favicon.svg', '/admin', '/account.xhtml'];

/**
 * Puts the decoders of scanned pages where pdf.js looks for them. They are those without WebAssembly, which our content
 * security policy does not let run.
 */
const pdfDecoders = {
  name: 'pdf-decoders',
  generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => string }) {
    const home = new URL('./node_modules/pdfjs-dist/', import.meta.url);
    const { version } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8')) as { version: string };
    for (const decoder of ['openjpeg_nowasm_fallback.js']) {
      const source = readFileSync(new URL(`wasm/${decoder}`, home));
      this.emitFile({ type: 'asset', fileName: `assets/pdf-${version}/${decoder}`, source });
    }
  },
};

export default defineConfig({
  base: '/app/',
  // Pictures are the server's own and stay where they are.
  plugins: [vue({ template: { transformAssetUrls: false } }), pdfDecoders],
  worker: { format: 'es' },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: { target: 'es2023', manifest: true, assetsInlineLimit: 0 },
  server: { proxy: { ...Object.fromEntries(proxied.map((path) => [path, { target: strata }])), '/ws': { target: strata, ws: true } } },
  // Most logic needs no page; tests that do say so in their first line.
  test: { environment: 'node', pool: 'threads', include: ['src/**/*.test.ts'] },
});

import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const strata = process.env.STRATA_URL ?? 'http://127.0.0.1:8080';
const proxied = ['/api', '/resources', '/login.xhtml', '/jakarta.faces.resource', '/favicon.svg', '/admin', '/account.xhtml'];

export default defineConfig({
  base: '/app/',
  // Pictures are the server's own and stay where they are.
  plugins: [vue({ template: { transformAssetUrls: false } })],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: { target: 'es2023', manifest: true, assetsInlineLimit: 0 },
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, { target: strata }])) },
  // Most logic needs no page; tests that do say so in their first line.
  test: { environment: 'node', pool: 'threads', include: ['src/**/*.test.ts'] },
});

import { expect, test } from 'vitest';
import { suggestKey } from './projectKey';

test.each([
  ['Web shop', 'WS'],
  ['Payments', 'PAYM'],
  ['Zahlungsverkehr für Österreich', 'ZFO'],
  ['2026 plans', 'PLAN'],
  ['', ''],
])('makes a key of %s', (name, key) => {
  expect(suggestKey(name)).toBe(key);
});

// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { i18n, startLanguage } from '.';
import ar from './ar';
import en from './en';

type Messages = { [key: string]: string | Messages };

function flat(messages: Messages, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

test('says everything in every language, with the same values in it', () => {
  const english = flat(en);
  const arabic = flat(ar);

  expect([...arabic.keys()]).toEqual([...english.keys()]);
  english.forEach((text, key) => expect(names(arabic.get(key) ?? ''), key).toEqual(names(text)));
});

test('writes Arabic from right to left, with its six forms of number', async () => {
  localStorage.setItem('strata.language', 'ar');
  await startLanguage();

  expect(document.documentElement.dir).toBe('rtl');
  expect([0, 1, 2, 5, 15, 100].map((n) => i18n.global.t('nodes.count', n))).toEqual([
    'لا عناصر',
    'عنصر واحد',
    'عنصران',
    '5 عناصر',
    '15 عنصرًا',
    '100 عنصر',
  ]);
});

import { expect, test } from 'vitest';
import { href, size } from './files';

test('leads to addresses of the web and nowhere else', () => {
  expect(href({ id: '1', title: 'Wiki', kind: 'link', url: 'https://example.com' })).toBe('https://example.com');
  expect(href({ id: '1', title: 'Trap', kind: 'link', url: 'javascript:alert(1)' })).toBeUndefined();
});

test('says sizes in words', () => {
  expect(size(512, 'en')).toBe('512 byte');
  expect(size(1_572_864, 'en')).toBe('1.5 MB');
  expect(size(undefined, 'en')).toBe('');
});

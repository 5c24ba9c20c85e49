// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { render, safe } from './markdown';

function html(fragment: DocumentFragment): string {
  const box = document.createElement('div');
  box.append(fragment);
  return box.innerHTML;
}

test('renders what people write', () => {
  const shown = html(render('**bold** and `code`\n\n- one\n- two'));

  expect(shown).toContain('<strong>bold</strong>');
  expect(shown).toContain('<li>one</li>');
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a handler', '<img src=x onerror=alert(1)>'],
  ['an address that runs', '[click](javascript:alert(1))'],
  ['a frame', '<iframe src="https://example.com"></iframe>'],
  ['a form', '<form action="/api/v1/auth/logout"><button>Click</button></form>'],
  ['a style', '<p style="position:fixed">over everything</p><style>body{display:none}</style>'],
])('leaves out %s', (_what, text) => {
  for (const shown of [html(render(text)), html(safe(text))]) {
    expect(shown).not.toMatch(/<script|onerror|href="javascript|<iframe|<form|<button|style/i);
  }
});

test('opens links elsewhere without telling where from', () => {
  expect(html(render('[Strata](https://example.com)'))).toContain('rel="noopener noreferrer"');
});

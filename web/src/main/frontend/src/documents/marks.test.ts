// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { markWords, piecesOf, searchedWords } from './marks';

const hits = (text: string, query: string) =>
  markWords(text, searchedWords(query))
    .filter((piece) => piece.hit)
    .map((piece) => piece.text);

test('takes a snippet apart, whatever else is in it', () => {
  expect(piecesOf('all &lt;b&gt; <mark>settled</mark> by')).toEqual([
    { text: 'all <b> ', hit: false },
    { text: 'settled', hit: true },
    { text: ' by', hit: false },
  ]);
});

test('searches for words, not for how they are combined', () => {
  expect(searchedWords('"terms of payment" or invoice -draft')).toEqual(['terms', 'of', 'payment', 'invoice']);
});

test('marks unfinished words, other forms, and letters with accents', () => {
  expect(hits('Settlement by card; settling. Unsettled.', 'settlem')).toEqual(['Settlement']);
  expect(hits('Payments were paid, payment due', 'payment')).toEqual(['Payments', 'payment']);
  expect(hits('Der Käufer zahlt', 'kaufer')).toEqual(['Käufer']);
});

test('loses nothing of the text', () => {
  const text = 'One, two; one – three.';

  expect(markWords(text, ['one']).map((piece) => piece.text).join('')).toBe(text);
  expect(markWords(text, [])).toEqual([{ text, hit: false }]);
});

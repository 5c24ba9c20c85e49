import { expect, test } from 'vitest';
import { best, score } from './match';

test('finds letters in their order, and nothing that lacks one', () => {
  expect(score('nwiss', 'New issue')).toBeGreaterThan(0);
  expect(score('nwx', 'New issue')).toBeUndefined();
});

test('puts an unbroken word before scattered letters', () => {
  expect(best('list', ['Labels in status text', 'Go to the list'], (text) => text, 5)[0]).toBe('Go to the list');
});

test('puts the beginning of a word before its middle', () => {
  expect(best('port', ['Support', 'Ports'], (text) => text, 5)).toEqual(['Ports', 'Support']);
});

test('answers with everything, in its order, when nothing was typed', () => {
  expect(best('', ['b', 'a'], (text) => text, 5)).toEqual(['b', 'a']);
});

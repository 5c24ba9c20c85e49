import { expect, test } from 'vitest';
import { shift } from './useSteadyScroll';

const before = ['a', 'b', 'c', 'd', 'e'];

test('follows what is in sight when something comes above it', () => {
  expect(shift(before, ['x', 'y', ...before], [2, 3, 4])).toBe(2);
  expect(shift(before, ['c', 'd', 'e'], [2, 3, 4])).toBe(-2);
});

test('goes with the many when a single line goes elsewhere, and stays when nothing in sight is left', () => {
  expect(shift(before, ['a', 'c', 'd', 'e', 'b'], [1, 2, 3, 4])).toBe(-1);
  expect(shift(before, ['a', 'b', 'd', 'e', 'c'], [0, 1, 2])).toBe(0);
  expect(shift(before, ['x'], [0, 1])).toBe(0);
});

import { expect, test } from 'vitest';
import type { Neighbours } from '../api/model';
import { elements, readExtent, toggled } from './picture';

const reference = (id: string, kind: 'component' | 'issue' = 'component') => ({ id, kind, short_id: `NL-${id}`, title: id });

test('draws the node, what is near it and the edges among these', () => {
  const view: Neighbours = {
    node: reference('a'),
    items: [{ node: { ...reference('b', 'issue'), status: 'done' }, distance: 1 }],
    edges: [
      { type: 'has_child', layer: 1, source_id: 'a', target_id: 'b' },
      { type: 'depends_on', layer: 3, source_id: 'a', target_id: 'not shown' },
    ],
    truncated: false,
  };

  const drawn = elements(view, () => 'done');

  expect(drawn.map((one) => one.data.id)).toEqual(['a', 'b', 'has_child a b']);
  expect(drawn.map((one): unknown => one.data.category)).toEqual(['component', 'done', undefined]);
});

test('reads how much to show from the address, and nothing that cannot be', () => {
  expect(readExtent({ hops: '3', layers: '2,3' })).toEqual({ hops: 3, layers: [2, 3] });
  expect(readExtent({ hops: '99', layers: 'x' })).toEqual({ hops: 4, layers: [1, 2, 3] });
  expect(readExtent({})).toEqual({ hops: 1, layers: [1, 2, 3] });
});

test('switches layers over and leaves one on', () => {
  expect(toggled([1, 3], 2)).toEqual([1, 2, 3]);
  expect(toggled([1, 2], 1)).toEqual([2]);
  expect(toggled([2], 2)).toEqual([2]);
});

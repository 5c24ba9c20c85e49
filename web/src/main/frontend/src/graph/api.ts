import { api, body } from '../api/client';
import type { Impact, Neighbours } from '../api/model';

/** More would neither be read nor drawn in good time. */
const MOST_NODES = 400;

export function readNeighbours(node: string, hops: number, layers: readonly number[]): Promise<Neighbours> {
  return body(
    api.GET('/api/v1/nodes/{node}/neighbours', {
      params: { path: { node }, query: { hops, layers: layers.join(','), limit: MOST_NODES } },
    }),
  );
}

export function readImpact(node: string): Promise<Impact> {
  return body(
    api.GET('/api/v1/nodes/{node}/impact', { params: { path: { node }, query: { limit: MOST_NODES } } }),
  );
}

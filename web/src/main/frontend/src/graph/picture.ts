import type { ElementDefinition } from 'cytoscape';
import type { LocationQuery } from 'vue-router';
import type { Neighbours, NodeReference, StatusCategory } from '../api/model';

/** The layers that edges belong to: the tree, work, code. */
export const LAYERS = [1, 2, 3] as const;
export type Layer = (typeof LAYERS)[number];

const MOST_HOPS = 4;
const LONGEST_LABEL = 34;

/** How much of the graph is shown. */
export interface Extent {
  readonly hops: number;
  readonly layers: readonly Layer[];
}

/** Reads the extent from an address; what is not there, or not right, is as it is at first. */
export function readExtent(query: LocationQuery): Extent {
  const hops = Number(query.hops ?? 1);
  const wanted = typeof query.layers === 'string' ? query.layers.split(',').map(Number) : [...LAYERS];
  const layers = LAYERS.filter((layer) => wanted.includes(layer));
  return {
    hops: Number.isInteger(hops) ? Math.max(1, Math.min(hops, MOST_HOPS)) : 1,
    layers: layers.length === 0 ? LAYERS : layers,
  };
}

/** The layers with one switched over; the last one stays on. */
export function toggled(layers: readonly Layer[], layer: Layer): readonly Layer[] {
  const next = layers.includes(layer) ? layers.filter((one) => one !== layer) : [...layers, layer].sort();
  return next.length === 0 ? layers : next;
}

/**
 * Nodes and edges to be drawn.
 *
 * @param category what a status means
 */
export function elements(view: Neighbours, category: (status: string) => StatusCategory | undefined): ElementDefinition[] {
  const node = (reference: NodeReference, distance: number): ElementDefinition => ({
    group: 'nodes',
    data: {
      id: reference.id,
      label: `${reference.short_id}\n${shortened(reference.title)}`,
      shortId: reference.short_id,
      kind: reference.kind,
      category: reference.kind === 'component' ? 'component' : (category(reference.status ?? '') ?? 'todo'),
      distance,
    },
  });
  const nodes = [node(view.node, 0), ...view.items.map((item) => node(item.node, item.distance))];
  const known = new Set(nodes.map((one) => one.data.id));
  const edges = view.edges
    .filter((edge) => known.has(edge.source_id) && known.has(edge.target_id))
    .map((edge): ElementDefinition => ({
      group: 'edges',
      data: {
        id: `${edge.type} ${edge.source_id} ${edge.target_id}`,
        source: edge.source_id,
        target: edge.target_id,
        type: edge.type,
        layer: edge.layer,
      },
    }));
  return [...nodes, ...edges];
}

function shortened(title: string): string {
  return title.length > LONGEST_LABEL ? `${title.slice(0, LONGEST_LABEL - 1)}…` : title;
}

import { api, body } from '../api/client';
import type { GraphEdge } from '../api/model';

const PAGE = 1000;
const WORK = '2';

/** Which issues of a project block which. */
export async function readBlocks(root: string): Promise<GraphEdge[]> {
  const blocks: GraphEdge[] = [];
  let cursor: string | undefined;
  do {
    const page = await body<{ edges?: GraphEdge[]; next_cursor?: string }>(
      api.GET('/api/v1/nodes/{node}/subtree', {
        params: { path: { node: root }, query: { cursor, limit: PAGE, layers: WORK } },
      }),
    );
    blocks.push(...(page.edges ?? []).filter((edge) => edge.type === 'blocks'));
    cursor = page.next_cursor;
  } while (cursor !== undefined);
  return blocks;
}

/** The ids of the open issues on the longest chain in which each blocks the next. */
export async function readCriticalPath(root: string): Promise<string[]> {
  const path = await body<{ steps?: { node: { id: string } }[] }>(
    api.GET('/api/v1/nodes/{node}/critical-path', { params: { path: { node: root } } }),
  );
  return (path.steps ?? []).map((step) => step.node.id);
}

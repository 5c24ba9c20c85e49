import { api, body, type Page } from '../api/client';
import type { BulkItem, CreateNode, NodeChanges, NodeContext, NodeView, SubtreeRow } from '../api/model';

const PAGE = 200;
const SUBTREE_PAGE = 1000;

/** A page of the nodes of a project, with all their properties. */
export function listNodes(project: string, cursor?: string): Promise<Page<NodeView>> {
  return body(
    api.GET('/api/v1/projects/{project}/nodes', { params: { path: { project }, query: { cursor, limit: PAGE } } }),
  );
}

/** A page of what hangs under a node, each node before what hangs under it. */
export function readSubtree(node: string, cursor?: string): Promise<Page<SubtreeRow>> {
  return body(
    api.GET('/api/v1/nodes/{node}/subtree', { params: { path: { node }, query: { cursor, limit: SUBTREE_PAGE } } }),
  );
}

/** A node with everything about it. */
export function readNode(node: string): Promise<NodeContext> {
  return body(api.GET('/api/v1/nodes/{node}', { params: { path: { node } } }));
}

export function createNode(project: string, request: CreateNode): Promise<NodeView> {
  return body(api.POST('/api/v1/projects/{project}/nodes', { params: { path: { project } }, body: request }));
}

export function changeNode(node: string, changes: NodeChanges): Promise<NodeView> {
  return body(api.PATCH('/api/v1/nodes/{node}', { params: { path: { node } }, body: changes }));
}

/** Changes many nodes, all of them or none. */
export async function changeNodes(project: string, items: BulkItem[]): Promise<NodeView[]> {
  const answer = await body<{ items: { node: NodeView }[] }>(
    api.POST('/api/v1/projects/{project}/nodes/bulk', { params: { path: { project } }, body: { items } }),
  );
  return answer.items.map((item) => item.node);
}

export function moveNode(node: string, parentId: string): Promise<NodeView> {
  return body(api.POST('/api/v1/nodes/{node}/move', { params: { path: { node } }, body: { parent_id: parentId } }));
}

/** Puts a node and what hangs under it into the trash. */
export function deleteNode(node: string): Promise<{ deleted: number; ids: string[] }> {
  return body(api.DELETE('/api/v1/nodes/{node}', { params: { path: { node } } }));
}

export function restoreNode(node: string): Promise<{ restored: number }> {
  return body(api.POST('/api/v1/nodes/{node}/restore', { params: { path: { node } } }));
}

import { all, api, body } from '../api/client';
import type { Comment, Link, LinkType, NodeView } from '../api/model';

const LIMIT = 200;

export function describeNode(node: string, description: string): Promise<NodeView> {
  return body(api.PATCH('/api/v1/nodes/{node}', { params: { path: { node } }, body: { description } }));
}

export function listComments(node: string): Promise<Comment[]> {
  return all((cursor) =>
    body(api.GET('/api/v1/nodes/{node}/comments', { params: { path: { node }, query: { cursor, limit: LIMIT } } })),
  );
}

export function addComment(node: string, text: string, parentId: string | undefined): Promise<Comment> {
  return body(
    api.POST('/api/v1/nodes/{node}/comments', { params: { path: { node } }, body: { text, parent_id: parentId } }),
  );
}

export function changeComment(comment: string, text: string): Promise<Comment> {
  return body(api.PATCH('/api/v1/comments/{comment}', { params: { path: { comment } }, body: { text } }));
}

export function removeComment(comment: string): Promise<void> {
  return body(api.DELETE('/api/v1/comments/{comment}', { params: { path: { comment } } }));
}

export function addLink(node: string, type: LinkType, targetId: string): Promise<Link> {
  return body(
    api.POST('/api/v1/nodes/{node}/links', { params: { path: { node } }, body: { type, target_id: targetId } }),
  );
}

/** Removes a link from where it begins. */
export function removeLink(node: string, type: LinkType, target: string): Promise<void> {
  return body(api.DELETE('/api/v1/nodes/{node}/links/{type}/{target}', { params: { path: { node, type, target } } }));
}

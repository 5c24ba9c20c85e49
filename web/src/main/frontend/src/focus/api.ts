import { all, api, body } from '../api/client';
import type { Comment, Link, LinkType, NodeContext, NodeView } from '../api/model';

const LIMIT = 200;

export function readNode(node: string): Promise<NodeContext> {
  return body(api.GET('/api/v1/nodes/{node}', { params: { path: { node } } }));
}

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

/** What became of a file that was uploaded. */
export interface Uploaded {
  id?: string;
  title?: string;
  file_name?: string;
  error?: { message: string };
}

/** Uploads files onto a node. Each is accepted or refused for itself. */
export async function upload(workspace: string, nodeId: string, files: readonly File[]): Promise<Uploaded[]> {
  const form = new FormData();
  form.append('node_id', nodeId);
  files.forEach((file) => form.append('file', file, file.name));
  const answer = await body<{ items: Uploaded[] }>(
    api.POST('/api/v1/workspaces/{workspace}/documents', {
      params: { path: { workspace } },
      body: form as never,
      bodySerializer: (content) => content as unknown as FormData,
    }),
  );
  return answer.items;
}

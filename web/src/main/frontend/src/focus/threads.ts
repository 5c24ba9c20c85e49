import type { Comment } from '../api/model';

/** A comment with what answers it. */
export interface Thread {
  readonly comment: Comment;
  readonly depth: number;
}

/** Comments in the order of reading: each before its answers, answers in the order of their making. */
export function threads(comments: readonly Comment[]): Thread[] {
  const known = new Set(comments.map((comment) => comment.id));
  const answers = new Map<string | undefined, Comment[]>();
  for (const comment of comments) {
    const parent = comment.parent_id !== undefined && known.has(comment.parent_id) ? comment.parent_id : undefined;
    answers.set(parent, [...(answers.get(parent) ?? []), comment]);
  }
  const walk = (parent: string | undefined, depth: number): Thread[] =>
    (answers.get(parent) ?? []).flatMap((comment) => [{ comment, depth }, ...walk(comment.id, depth + 1)]);
  return walk(undefined, 0);
}

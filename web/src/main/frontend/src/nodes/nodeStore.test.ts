// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import type { NodeContext, NodeView, Project } from '../api/model';
import { Problem } from '../api/problem';
import type { Touched } from '../live/touched';
import * as server from './api';
import { createNodeStore } from './nodeStore';

vi.mock('./api');

const NOW = '2026-11-21T10:00:00Z';
const PROJECT: Project = {
  id: 'p',
  workspace_id: 'w',
  key: 'NL',
  name: 'Project',
  root_id: 'root',
  statuses: ['todo'],
  created_at: NOW,
  updated_at: NOW,
};
const view = (id: string, more: Partial<NodeView> = {}): NodeView => ({
  id,
  kind: id.startsWith('c') || id === 'root' ? 'component' : 'issue',
  short_id: `NL-${id}`,
  project_id: 'p',
  workspace_id: 'w',
  title: id,
  status: 'todo',
  labels: [],
  created_at: NOW,
  updated_at: NOW,
  ...more,
});

let nodes: NodeView[];

beforeEach(() => {
  vi.resetAllMocks();
  nodes = [view('root'), view('c1'), view('1'), view('2', { labels: ['bug'] })];
  vi.mocked(server.listNodes).mockImplementation((_project, cursor) =>
    Promise.resolve(
      cursor === undefined ? { items: nodes.slice(0, 2), next_cursor: 'more' } : { items: nodes.slice(2) },
    ),
  );
  vi.mocked(server.readSubtree).mockImplementation(() =>
    Promise.resolve({
      items: nodes
        .filter((node) => node.id !== 'root')
        .map((node) => ({ node, depth: 1, parent_id: node.kind === 'issue' ? 'c1' : 'root', leaf: true })),
    }),
  );
});

async function loaded() {
  const store = createNodeStore(PROJECT);
  await store.load();
  return store;
}

const refusal = new Problem(422, 'validation_error', 'no', [{ field: 'status', message: 'leads nowhere' }]);

test('puts the tree and the properties together, whichever comes first', async () => {
  const store = await loaded();

  expect(store.state.value).toBe('ready');
  expect(store.all.value).toHaveLength(4);
  expect(store.childrenOf('c1').map((node) => node.id)).toEqual(['1', '2']);
  expect(store.node('2')?.labels).toEqual(['bug']);
  expect(store.node('2')?.parent_id).toBe('c1');
});

test('shows a change at once and takes it back when it is refused', async () => {
  const store = await loaded();
  let refuse: (problem: Problem) => void = () => undefined;
  vi.mocked(server.changeNode).mockReturnValue(new Promise((_resolve, reject) => (refuse = reject)));

  const change = store.change(new Map([['1', { status: 'done' }]]));
  expect(store.node('1')?.status).toBe('done');
  await vi.waitFor(() => expect(server.changeNode).toHaveBeenCalled());
  refuse(refusal);

  await expect(change).rejects.toThrow('no');
  expect(store.node('1')?.status).toBe('todo');
});

test('sends changes of one node one after the other', async () => {
  const store = await loaded();
  const sent: string[] = [];
  vi.mocked(server.changeNode).mockImplementation(async (id, changes) => {
    sent.push(`begin ${changes.status ?? ''}`);
    await Promise.resolve();
    sent.push(`end ${changes.status ?? ''}`);
    return view(id, { status: changes.status });
  });

  await Promise.all([
    store.change(new Map([['1', { status: 'doing' }]])),
    store.change(new Map([['1', { status: 'done' }]])),
  ]);

  expect(sent).toEqual(['begin doing', 'end doing', 'begin done', 'end done']);
  expect(store.node('1')?.status).toBe('done');
});

test('changes several in one request, all or none', async () => {
  const store = await loaded();
  vi.mocked(server.changeNodes).mockRejectedValue(refusal);

  await expect(
    store.change(
      new Map([
        ['1', { status: 'done' }],
        ['2', { status: 'done' }],
      ]),
    ),
  ).rejects.toThrow();

  expect(server.changeNodes).toHaveBeenCalledOnce();
  expect(store.issues.value.map((node) => node.status)).toEqual(['todo', 'todo']);
});

test('brings back what could not be deleted, where it was', async () => {
  const store = await loaded();
  vi.mocked(server.deleteNode).mockRejectedValue(refusal);

  const removal = store.remove(['c1']);
  expect(store.all.value.map((node) => node.id)).toEqual(['root']);

  await expect(removal).rejects.toThrow();
  expect(store.childrenOf('root').map((node) => node.id)).toEqual(['c1']);
  expect(store.childrenOf('c1').map((node) => node.id)).toEqual(['1', '2']);
});

test('does not bring back what was deleted while it was read', async () => {
  const store = await loaded();
  vi.mocked(server.deleteNode).mockResolvedValue({ deleted: 1, ids: ['1'] });

  const reading = store.load();
  await store.remove(['1']);
  await reading;

  expect(store.node('1')).toBeUndefined();
  expect(store.childrenOf('c1').map((node) => node.id)).toEqual(['2']);
});

test('hangs a node back when a move is refused', async () => {
  const store = await loaded();
  vi.mocked(server.moveNode).mockRejectedValue(refusal);

  await expect(store.move(['1'], 'root')).rejects.toThrow();

  expect(store.childrenOf('c1').map((node) => node.id)).toContain('1');
  expect(store.childrenOf('root').map((node) => node.id)).not.toContain('1');
});

test('forgets on reading again what others have deleted', async () => {
  const store = await loaded();
  nodes = nodes.filter((node) => node.id !== '2');

  await store.load();

  expect(store.node('2')).toBeUndefined();
  expect(store.childrenOf('c1').map((node) => node.id)).toEqual(['1']);
});

test('says why nothing could be read', async () => {
  vi.mocked(server.readSubtree).mockRejectedValue(new Problem(503, 'graph_unavailable', 'The graph is away.'));

  const store = await loaded();

  expect(store.state.value).toBe('failed');
  expect(store.failure.value?.code).toBe('graph_unavailable');
});

const touched = (more: Partial<Touched>): Touched => ({
  nodes: new Map(),
  removed: new Set(),
  removedCycles: new Set(),
  description: false,
  whole: false,
  ...more,
});
const context = (node: NodeView, parent = 'c1'): NodeContext => ({
  node,
  path: [view('root'), view(parent)],
  children: [],
  child_count: 0,
  artifacts: [],
  links: [],
});

test('reads only what others have touched', async () => {
  const store = await loaded();
  vi.clearAllMocks();
  vi.mocked(server.readNode).mockImplementation((id) =>
    Promise.resolve(context(view(id, { title: `new ${id}`, updated_at: '2026-11-21T11:00:00Z' }), id === '3' ? 'c1' : 'root')),
  );

  await store.takeOver(touched({ nodes: new Map([['1', undefined], ['3', 'c1']]), removed: new Set(['2']) }));

  expect(store.node('1')?.title).toBe('new 1');
  expect(store.childrenOf('root').map((node) => node.id)).toEqual(['c1', '1']);
  expect(store.childrenOf('c1').map((node) => node.id)).toEqual(['3']);
  expect(store.node('2')).toBeUndefined();
  expect(server.readSubtree).not.toHaveBeenCalled();
});

test('keeps what is changed here over what others do meanwhile', async () => {
  const store = await loaded();
  let answer: (made: NodeView) => void = () => undefined;
  vi.mocked(server.changeNode).mockReturnValue(new Promise((resolve) => (answer = resolve)));
  vi.mocked(server.readNode).mockResolvedValue(
    context(view('1', { title: 'theirs', status: 'todo', updated_at: '2026-11-21T11:00:00Z' })),
  );

  const change = store.change(new Map([['1', { status: 'done' }]]));
  await store.takeOver(touched({ nodes: new Map([['1', undefined]]) }));
  expect(store.node('1')).toMatchObject({ title: 'theirs', status: 'done' });

  answer(view('1', { title: 'theirs', status: 'done', updated_at: '2026-11-21T11:00:01Z' }));
  await change;
  expect(store.node('1')).toMatchObject({ title: 'theirs', status: 'done' });
});

test('does not go back to an answer that was overtaken', async () => {
  const store = await loaded();
  store.confirm(view('1', { title: 'newer', updated_at: '2026-11-21T11:00:00.5Z' }));
  store.confirm(view('1', { title: 'older', updated_at: '2026-11-21T11:00:00Z' }));

  expect(store.node('1')?.title).toBe('newer');
});

test('lets go what a person may not see any more', async () => {
  const store = await loaded();
  vi.mocked(server.readNode).mockRejectedValue(new Problem(404, 'not_found', 'no'));

  await store.takeOver(touched({ nodes: new Map([['c1', undefined]]) }));

  expect(store.all.value.map((node) => node.id)).toEqual(['root']);
});

test('knows the events about its own changes, each once', async () => {
  const store = await loaded();
  vi.mocked(server.changeNode).mockImplementation((id) => Promise.resolve(view(id, { status: 'done' })));
  const event = { sequence: 1, type: 'node.status_changed', subject_id: '1' };

  await store.change(new Map([['1', { status: 'done' }]]));

  expect(store.knows(event)).toBe(true);
  expect(store.knows(event)).toBe(false);
});

test('leaves a node under the parent that others gave it when a move of it is refused', async () => {
  const store = await loaded();
  let refuse: (problem: Problem) => void = () => undefined;
  vi.mocked(server.moveNode).mockReturnValue(new Promise((_resolve, reject) => (refuse = reject)));
  vi.mocked(server.readNode).mockResolvedValue(context(view('1', { updated_at: '2026-11-21T11:00:00Z' }), 'c2'));
  store.confirm(view('c2'));

  const move = store.move(['1'], 'root');
  await store.takeOver(touched({ nodes: new Map([['1', undefined]]) }));
  expect(store.childrenOf('root').map((node) => node.id)).toContain('1');
  refuse(refusal);

  await expect(move).rejects.toThrow();
  expect(store.childrenOf('c2').map((node) => node.id)).toEqual(['1']);
  expect(store.childrenOf('root').map((node) => node.id)).not.toContain('1');
});

test('reads everything when others have touched more than it takes requests', async () => {
  const store = await loaded();
  vi.mocked(server.readSubtree).mockClear();
  nodes = [...nodes, view('9')];

  await store.takeOver(touched({ nodes: new Map(Array.from({ length: 13 }, (_, index) => [`${index}`, undefined])) }));

  expect(server.readSubtree).toHaveBeenCalledOnce();
  expect(server.readNode).not.toHaveBeenCalled();
  expect(store.node('9')).toBeDefined();
});

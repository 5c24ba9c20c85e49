import { useI18n } from 'vue-i18n';
import type { CreateNode } from '../api/model';
import { Problem } from '../api/problem';
import { usePicker, type Option } from '../pick/usePicker';
import { useProject } from '../projects/useProject';
import { remember } from '../shell/useUndo';
import { useToasts } from '../shell/useToasts';
import { NOBODY } from './filter';
import { inverse, mayHang, type NodeEdit, type WorkNode } from './node';
import { useNodeChoices } from './useNodeChoices';

/** Changes of nodes as a person makes them: with a menu, shown at once, to be undone, and refused with the reason. */
export function useNodeActions() {
  const { t } = useI18n();
  const { store, cycles } = useProject();
  const { pick, pickSeveral } = usePicker();
  const choices = useNodeChoices();
  const toasts = useToasts();

  const nodes = (ids: readonly string[]): WorkNode[] =>
    ids.map((id) => store.value?.node(id)).filter((node) => node !== undefined);
  const named = (all: readonly WorkNode[]): string =>
    all.length === 1 && all[0] !== undefined ? all[0].short_id : t('nodes.count', all.length);

  /** @param quietly without a message, where what has changed is plain to see; it can be undone all the same */
  async function edit(changed: readonly WorkNode[], make: (node: WorkNode) => NodeEdit, what: string, quietly = false) {
    const opened = store.value;
    const edits = new Map(changed.map((node) => [node.id, make(node)]));
    if (opened === undefined || edits.size === 0) {
      return;
    }
    const back = new Map(changed.map((node) => [node.id, inverse(node, edits.get(node.id) ?? {})]));
    try {
      await opened.change(edits);
    } catch (thrown) {
      toasts.refused(t('change.refused', { what: named(changed) }), thrown);
      return;
    }
    const undo = remember(async () => {
      try {
        await opened.change(back);
        toasts.done(t('undo.done', { what: named(changed) }));
      } catch (thrown) {
        toasts.refused(t('undo.refused', { what: named(changed) }), thrown);
      }
    });
    if (!quietly) {
      toasts.done(what, { label: t('undo.action'), run: undo });
    }
  }

  const issuesOf = (ids: readonly string[]) => nodes(ids).filter((node) => node.kind === 'issue');

  async function setStatus(ids: readonly string[], anchor?: Element): Promise<void> {
    const issues = issuesOf(ids);
    const [first] = issues;
    if (first === undefined) {
      return;
    }
    const same = issues.every((issue) => issue.status === first.status);
    const status = await pick({
      title: t('change.status'),
      options: same ? choices.statuses(first.status) : choices.allStatuses(),
      chosen: same && first.status !== undefined ? [first.status] : [],
      anchor,
    });
    if (status !== undefined) {
      await changeStatus(ids, status);
    }
  }

  async function changeStatus(ids: readonly string[], status: string): Promise<void> {
    const issues = issuesOf(ids).filter((issue) => issue.status !== status);
    const what = t('change.statusDone', { what: named(issues), value: choices.status(status).label });
    await edit(issues, () => ({ status }), what);
  }

  async function setPriority(ids: readonly string[], anchor?: Element): Promise<void> {
    const issues = issuesOf(ids);
    if (issues.length === 0) {
      return;
    }
    const priority = await pick({
      title: t('change.priority'),
      options: choices.priorities() as Option<WorkNode['priority']>[],
      chosen: issues.length === 1 && issues[0] !== undefined ? [issues[0].priority] : [],
      anchor,
    });
    if (priority !== undefined) {
      const what = t('change.priorityDone', { what: named(issues), value: t(`priority.${priority}`) });
      await edit(issues, () => ({ priority }), what);
    }
  }

  async function setAssignee(ids: readonly string[], anchor?: Element): Promise<void> {
    const changed = nodes(ids);
    if (changed.length === 0) {
      return;
    }
    const assignee = await pick({
      title: t('change.assignee'),
      options: choices.people(),
      chosen: changed.length === 1 ? [changed[0]?.assignee_id ?? NOBODY] : [],
      anchor,
    });
    if (assignee !== undefined) {
      const what = t('change.assigneeDone', { what: named(changed), value: choices.person(assignee).label });
      await edit(changed, () => ({ assignee_id: assignee === NOBODY ? null : assignee }), what);
    }
  }

  async function setLabels(ids: readonly string[], anchor?: Element): Promise<void> {
    const changed = nodes(ids);
    const [first, ...others] = changed;
    if (first === undefined) {
      return;
    }
    const common = first.labels.filter((label) => others.every((node) => node.labels.includes(label)));
    const labels = await pickSeveral({
      title: t('change.labels'),
      options: choices.labels(),
      chosen: common,
      anchor,
      create: (text) => ({ value: text, label: text, hint: t('change.newLabel') }),
    });
    if (labels === undefined || (labels.length === common.length && labels.every((label) => common.includes(label)))) {
      return;
    }
    const gone = new Set(common.filter((label) => !labels.includes(label)));
    await edit(
      changed,
      (node) => ({ labels: [...new Set([...node.labels.filter((label) => !gone.has(label)), ...labels])] }),
      t('change.labelsDone', { what: named(changed) }),
    );
  }

  async function rename(node: WorkNode, title: string): Promise<void> {
    const wanted = title.trim();
    if (wanted !== '' && wanted !== node.title) {
      await edit([node], () => ({ title: wanted }), '', true);
    }
  }

  /** Changes what needs no menu; what has changed is plain to see. */
  const change = (node: WorkNode, made: NodeEdit): Promise<void> => edit([node], () => made, '', true);

  async function setCycle(node: WorkNode, anchor?: Element): Promise<void> {
    const none: Option = { value: '', label: t('change.noCycle') };
    const cycle = await pick({
      title: t('change.cycle'),
      options: [none, ...cycles.value.map(({ id, name, start_date }) => ({ value: id, label: name, hint: start_date }))],
      chosen: [node.cycle_id ?? ''],
      anchor,
    });
    if (cycle !== undefined) {
      await change(node, { cycle_id: cycle === '' ? null : cycle });
    }
  }

  /** Under which other node nodes shall hang. */
  async function setParent(ids: readonly string[], anchor?: Element): Promise<void> {
    const opened = store.value;
    const moved = nodes(ids);
    const [first] = moved;
    if (opened === undefined || first === undefined) {
      return;
    }
    const options = opened.all.value
      .filter((one) => moved.every((node) => mayHang(node, one) && !opened.isBelow(one.id, node.id)))
      .map((one): Option => ({
        value: one.id,
        label: one.title,
        hint: one.short_id,
        icon: one.kind === 'component' ? { kind: 'icon', name: 'component' } : choices.status(one.status ?? '').icon,
      }));
    const parent = await pick({
      title: t('change.parent'),
      options,
      chosen: first.parent_id === undefined ? [] : [first.parent_id],
      anchor,
    });
    if (parent !== undefined) {
      await move(ids, parent);
    }
  }

  /** Hangs nodes under another one, unless they hang there already. */
  async function move(ids: readonly string[], parent: string): Promise<void> {
    const opened = store.value;
    const moved = nodes(ids).filter((node) => node.parent_id !== parent && node.id !== opened?.project.root_id);
    if (opened === undefined || moved.length === 0) {
      return;
    }
    const what = named(moved);
    const closed = moved.find((node) => opened.isBelow(parent, node.id));
    if (closed !== undefined) {
      toasts.refused(t('change.refused', { what }), new Problem(409, 'conflict', t('change.circle', { path: circle(closed, parent) })));
      return;
    }
    const before = new Map<string, string[]>();
    for (const { id, parent_id } of moved) {
      const home = parent_id ?? opened.project.root_id;
      before.set(home, [...(before.get(home) ?? []), id]);
    }
    try {
      await opened.move(
        moved.map((node) => node.id),
        parent,
      );
    } catch (thrown) {
      toasts.refused(t('change.refused', { what }), thrown);
      return;
    }
    const undo = remember(async () => {
      try {
        for (const [home, children] of before) {
          await opened.move(children, home);
        }
        toasts.done(t('undo.done', { what }));
      } catch (thrown) {
        toasts.refused(t('undo.refused', { what }), thrown);
      }
    });
    const value = opened.node(parent)?.title ?? '';
    toasts.done(t('change.moved', { what, value }), { label: t('undo.action'), run: undo });
  }

  /** The way that would be closed, as the server names it. */
  function circle(node: WorkNode, parent: string): string {
    const way = [node.short_id];
    for (let at = store.value?.node(parent); at !== undefined && at.id !== node.id; at = store.value?.node(at.parent_id ?? '')) {
      way.splice(1, 0, at.short_id);
    }
    return [...way, node.short_id].join(' → ');
  }

  async function remove(ids: readonly string[]): Promise<boolean> {
    const opened = store.value;
    const gone = nodes(ids).filter((node) => node.id !== opened?.project.root_id);
    if (opened === undefined || gone.length === 0) {
      return false;
    }
    const what = named(gone);
    try {
      await opened.remove(gone.map((node) => node.id));
    } catch (thrown) {
      toasts.refused(t('change.refused', { what }), thrown);
      return false;
    }
    const undo = remember(async () => {
      try {
        await opened.restore(gone.map((node) => node.id));
        toasts.done(t('undo.done', { what }));
      } catch (thrown) {
        toasts.refused(t('undo.refused', { what }), thrown);
      }
    });
    toasts.done(t('change.removed', { what }), { label: t('undo.action'), run: undo });
    return true;
  }

  async function create(draft: CreateNode): Promise<WorkNode | undefined> {
    const opened = store.value;
    if (opened === undefined) {
      return undefined;
    }
    const made = await opened.create(draft);
    const undo = remember(async () => {
      try {
        await opened.remove([made.id]);
        toasts.done(t('undo.done', { what: made.short_id }));
      } catch (thrown) {
        toasts.refused(t('undo.refused', { what: made.short_id }), thrown);
      }
    });
    toasts.done(t('create.done', { what: made.short_id }), { label: t('undo.action'), run: undo });
    return made;
  }

  return {
    setStatus,
    changeStatus,
    setPriority,
    setAssignee,
    setLabels,
    setCycle,
    setParent,
    move,
    change,
    rename,
    remove,
    create,
  };
}

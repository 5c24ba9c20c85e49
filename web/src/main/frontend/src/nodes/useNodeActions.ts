import { useI18n } from 'vue-i18n';
import type { CreateNode } from '../api/model';
import { usePicker, type Option } from '../pick/usePicker';
import { useProject } from '../projects/useProject';
import { remember } from '../shell/useUndo';
import { useToasts } from '../shell/useToasts';
import { NOBODY } from './filter';
import { inverse, type NodeEdit, type WorkNode } from './node';
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

  /** Under which other node a node shall hang. */
  async function setParent(ids: readonly string[], anchor?: Element): Promise<void> {
    const opened = store.value;
    const [node] = nodes(ids);
    if (opened === undefined || node === undefined || ids.length > 1) {
      return;
    }
    const options = opened.all.value
      .filter((one) => one.id !== node.id && (node.kind === 'issue' || one.kind === 'component'))
      .filter((one) => !opened.isBelow(one.id, node.id))
      .map((one): Option => ({
        value: one.id,
        label: one.title,
        hint: one.short_id,
        icon: one.kind === 'component' ? { kind: 'icon', name: 'component' } : choices.status(one.status ?? '').icon,
      }));
    const parent = await pick({
      title: t('change.parent'),
      options,
      chosen: node.parent_id === undefined ? [] : [node.parent_id],
      anchor,
    });
    if (parent !== undefined && parent !== node.parent_id) {
      await move(node, parent);
    }
  }

  async function move(node: WorkNode, parent: string): Promise<void> {
    const opened = store.value;
    const before = node.parent_id;
    const under = opened?.node(parent)?.title ?? '';
    try {
      await opened?.move(node.id, parent);
    } catch (thrown) {
      toasts.refused(t('change.refused', { what: node.short_id }), thrown);
      return;
    }
    const undo = remember(async () => {
      try {
        await opened?.move(node.id, before ?? opened.project.root_id);
        toasts.done(t('undo.done', { what: node.short_id }));
      } catch (thrown) {
        toasts.refused(t('undo.refused', { what: node.short_id }), thrown);
      }
    });
    toasts.done(t('change.moved', { what: node.short_id, value: under }), { label: t('undo.action'), run: undo });
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
    change,
    rename,
    remove,
    create,
  };
}

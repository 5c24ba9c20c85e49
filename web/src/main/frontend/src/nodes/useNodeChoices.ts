import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { PRIORITIES } from '../api/model';
import type { Option } from '../pick/usePicker';
import { useDirectory } from '../projects/useDirectory';
import { useProject } from '../projects/useProject';
import { ME, NOBODY } from './filter';

/** What the properties of nodes can be, as options of menus, and what their values are called. */
export function useNodeChoices() {
  const { t } = useI18n();
  const { caller, me } = useDirectory();
  const { store, workflow, categories, members, member, next } = useProject();

  const person = (id: string): Option => {
    const found = member(id);
    const name = found?.display_name ?? (id === me.value ? caller.value?.display_name : undefined);
    return {
      value: id,
      label: name ?? t('person.unknown'),
      hint: found?.handle ?? (id === me.value ? (caller.value?.handle ?? '') : ''),
      icon: { kind: 'person', name: name ?? '?' },
    };
  };
  const nobody = (): Option => ({ value: NOBODY, label: t('person.nobody'), icon: { kind: 'person', name: '' } });
  const status = (name: string): Option => ({
    value: name,
    label: statusName(name),
    icon: { kind: 'status', name: categories.value.get(name) ?? 'todo' },
  });
  const priority = (name: string): Option => ({
    value: name,
    label: t(`priority.${name}`),
    icon: { kind: 'priority', name },
  });
  const kind = (name: string): Option => ({
    value: name,
    label: t(`kind.${name}`),
    icon: name === 'issue' ? { kind: 'status', name: 'todo' } : { kind: 'icon', name: 'component' },
  });
  const label = (name: string): Option => ({ value: name, label: name, icon: { kind: 'icon', name: 'label' } });

  const others = computed(() => members.value.filter((one) => one.actor_id !== me.value));

  return {
    status,
    priority,
    kind,
    label,
    person: (id: string) =>
      id === NOBODY ? nobody() : id === ME ? { ...person(me.value), value: ME, label: t('person.me') } : person(id),
    statuses: (from?: string) => next(from).map(({ name }) => status(name)),
    allStatuses: () => workflow.value.statuses.map(({ name }) => status(name)),
    priorities: () => PRIORITIES.map(priority),
    kinds: () => ['issue', 'component'].map(kind),
    labels: () => (store.value?.labels.value ?? []).map(label),
    people: () => [nobody(), person(me.value), ...others.value.map((one) => person(one.actor_id))],
  };
}

/** How a status is shown: names are the project's own, so only their form is changed. */
export function statusName(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

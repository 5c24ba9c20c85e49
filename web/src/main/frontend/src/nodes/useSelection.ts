import { computed, ref, shallowRef } from 'vue';

const active = ref<string>();
const chosen = shallowRef<ReadonlySet<string>>(new Set());

/** Which node the keyboard is at, and which are chosen for a change of several. The same in every view. */
export function useSelection() {
  return {
    active,
    chosen,
    count: computed(() => chosen.value.size),
    /** What a change is about: what is chosen, or else where the keyboard is. */
    targets: (): string[] => (chosen.value.size > 0 ? [...chosen.value] : active.value === undefined ? [] : [active.value]),
    toggle(id: string) {
      const next = new Set(chosen.value);
      if (!next.delete(id)) {
        next.add(id);
      }
      chosen.value = next;
    },
    add: (ids: readonly string[]) => (chosen.value = new Set([...chosen.value, ...ids])),
    choose: (ids: readonly string[]) => (chosen.value = new Set(ids)),
    clear: () => (chosen.value = new Set()),
  };
}

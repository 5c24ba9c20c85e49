import { computed } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import { useDirectory } from '../projects/useDirectory';
import { GROUPINGS, ORDERS, type Grouping, type Order } from './arrange';
import { isEmpty, matcher, readFilter, writeFilter, type FilterProperty, type NodeFilter } from './filter';

/** What a view shows and how, all of it in the address. */
export function useView() {
  const route = useRoute();
  const router = useRouter();
  const { me } = useDirectory();

  const filter = computed(() => readFilter(route.query));
  const grouping = computed(() => oneOf(GROUPINGS, route.query.group) ?? 'status');
  const order = computed(() => oneOf(ORDERS, route.query.sort) ?? 'priority');
  const focused = computed(() => (typeof route.query.node === 'string' ? route.query.node : undefined));

  function set(query: LocationQuery): void {
    void router.replace({ query });
  }

  function setFilter(next: NodeFilter): void {
    set(writeFilter(route.query, next));
  }

  return {
    filter,
    isFiltered: computed(() => !isEmpty(filter.value)),
    passes: computed(() => matcher(filter.value, me.value)),
    grouping,
    order,
    setFilter,
    setProperty: (property: FilterProperty, values: readonly string[]) =>
      setFilter({ ...filter.value, [property]: [...values] }),
    clearFilter: () => set(writeFilter(route.query, readFilter({}))),
    setGrouping: (group: Grouping) => set({ ...route.query, group }),
    setOrder: (sort: Order) => set({ ...route.query, sort }),
    /** The short id of the node that is opened beside the view. */
    focused,
    open(shortId: string) {
      const query = { ...route.query, node: shortId };
      void (focused.value === undefined ? router.push({ query }) : router.replace({ query }));
    },
    close() {
      const { node: _node, ...query } = route.query;
      void router.push({ query });
    },
  };
}

function oneOf<T extends string>(known: readonly T[], value: LocationQuery[string] | undefined): T | undefined {
  return known.find((one) => one === value);
}

import { shallowRef } from 'vue';
import type { NodeKind } from '../api/model';

/** What a new node begins with. */
export interface Draft {
  readonly kind: NodeKind;
  readonly parentId?: string | undefined;
  readonly status?: string | undefined;
}

const draft = shallowRef<Draft>();

/** The dialog for a new component or issue. */
export function useCreateDialog() {
  return {
    draft,
    open: (next: Draft) => (draft.value = next),
    close: () => (draft.value = undefined),
  };
}

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { onMounted, onUnmounted, ref, type Ref } from 'vue';
import { useProject } from '../projects/useProject';
import { mayHang, type WorkNode } from './node';
import { useSelection } from './useSelection';

/** How long a drag rests on a closed row before that opens. */
const UNFOLD_MILLIS = 600;

const IDS = 'nodeIds';
const PARENT = 'parentId';

/** What a drag of rows carries. */
export const draggedIds = (data: Record<string | symbol, unknown>): readonly string[] =>
  Array.isArray(data[IDS]) ? (data[IDS] as string[]) : [];

/** The node that a row was dropped on. */
export const droppedOn = (data: Record<string | symbol, unknown> | undefined): string | undefined =>
  typeof data?.[PARENT] === 'string' ? data[PARENT] : undefined;

/**
 * Lets a row of the tree be dragged, with what else is chosen, and dropped on.
 *
 * @param unfold called when a drag rests on the row
 */
export function useRowDrag(box: Readonly<Ref<HTMLElement | null>>, node: () => WorkNode, unfold: () => void) {
  const { store, canWrite } = useProject();
  const selection = useSelection();
  const dragged = ref(false);
  const over = ref(false);
  let rest: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;

  const ids = (): string[] => (selection.chosen.value.has(node().id) ? [...selection.chosen.value] : [node().id]);
  const leave = (): void => {
    clearTimeout(rest);
    over.value = false;
  };

  onMounted(() => {
    const element = box.value;
    if (element === null) {
      return;
    }
    stop = combine(
      draggable({
        element,
        canDrag: () => canWrite.value && node().id !== store.value?.project.root_id,
        getInitialData: () => ({ [IDS]: ids() }),
        onDragStart: () => (dragged.value = true),
        onDrop: () => (dragged.value = false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) =>
          draggedIds(source.data).every((id) => {
            const moved = store.value?.node(id);
            return moved !== undefined && mayHang(moved, node());
          }),
        getData: () => ({ [PARENT]: node().id }),
        onDragEnter: () => {
          over.value = true;
          rest = setTimeout(unfold, UNFOLD_MILLIS);
        },
        onDragLeave: leave,
        onDrop: leave,
      }),
    );
  });
  onUnmounted(() => {
    clearTimeout(rest);
    stop?.();
  });
  return { dragged, over };
}

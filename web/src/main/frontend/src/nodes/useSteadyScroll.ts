import { nextTick, watch, type Ref } from 'vue';

/**
 * Keeps what is in sight where it is when others put something above it or take it away. At the very top it stays at the top,
 * so that what is new there is seen.
 *
 * @param keys what the lines are, in their order
 * @param sight the places of the first and the last line in sight, before the change
 * @param height of a line, in pixels
 */
export function useSteadyScroll(
  box: Readonly<Ref<HTMLElement | null>>,
  keys: () => readonly string[],
  sight: () => { startIndex: number; endIndex: number } | null,
  height: () => number,
): void {
  watch(keys, (now, before) => {
    const element = box.value;
    if (element === null || element.scrollTop < height()) {
      return;
    }
    const { startIndex, endIndex } = sight() ?? { startIndex: 0, endIndex: -1 };
    const visible = Array.from({ length: endIndex - startIndex + 1 }, (_, index) => startIndex + index);
    const by = shift(before, now, visible);
    if (by !== 0) {
      const top = element.scrollTop + by * height();
      // The list has its new length only then.
      void nextTick(() => (element.scrollTop = top));
    }
  });
}

/** By how many lines most of those in sight have moved; what somebody has moved by hand does not count for all. */
export function shift(before: readonly string[], now: readonly string[], visible: readonly number[]): number {
  const places = new Map(now.map((key, index) => [key, index]));
  const shifts = visible
    .map((index) => ({ index, to: places.get(before[index] ?? '') }))
    .flatMap(({ index, to }) => (to === undefined ? [] : [to - index]))
    .sort((a, b) => a - b);
  return shifts[Math.floor(shifts.length / 2)] ?? 0;
}

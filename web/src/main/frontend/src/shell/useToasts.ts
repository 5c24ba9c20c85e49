import { shallowReactive } from 'vue';
import { Problem } from '../api/problem';

/** A message that goes by itself. */
export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'bad';
  readonly text: string;
  readonly detail?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

const SHOWN_MILLIS = 6_000;
const SHOWN_WHEN_BAD_MILLIS = 12_000;
const MOST = 4;

const toasts = shallowReactive<Toast[]>([]);
let last = 0;

function show(toast: Omit<Toast, 'id'>): void {
  const id = ++last;
  toasts.push({ ...toast, id });
  if (toasts.length > MOST) {
    toasts.shift();
  }
  setTimeout(() => dismiss(id), toast.tone === 'bad' ? SHOWN_WHEN_BAD_MILLIS : SHOWN_MILLIS);
}

function dismiss(id: number): void {
  const place = toasts.findIndex((toast) => toast.id === id);
  if (place >= 0) {
    toasts.splice(place, 1);
  }
}

/** Messages in the corner. */
export function useToasts() {
  return {
    toasts,
    dismiss,
    /** Says that something was done, and offers to take it back. */
    done: (text: string, action?: Toast['action']) => show({ tone: 'info', text, action }),
    /** Says that something was not done, and why. */
    refused: (text: string, thrown: unknown) => show({ tone: 'bad', text, detail: Problem.from(thrown).reason }),
  };
}

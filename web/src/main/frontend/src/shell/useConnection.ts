import { watch } from 'vue';
import { api, reachable } from '../api/client';

const PROBE_MILLIS = 4_000;
let started = false;

/**
 * Watches whether the server can be reached. While it cannot, it is asked again and again, and when it answers,
 * what is shown is read again.
 */
export function useConnection(catchUp: () => Promise<void>) {
  if (!started) {
    started = true;
    window.addEventListener('offline', () => (reachable.value = false));
    window.addEventListener('online', () => void probe());
    watch(reachable, (now) => {
      if (now) {
        void catchUp();
      } else {
        setTimeout(() => void probe(), PROBE_MILLIS);
      }
    });
  }
  return { reachable, probe };
}

/** Asks for something that everybody may read; success makes the server reachable again. */
async function probe(): Promise<void> {
  try {
    await api.GET('/api/v1/auth/options');
  } catch {
    if (!reachable.value) {
      setTimeout(() => void probe(), PROBE_MILLIS);
    }
  }
}

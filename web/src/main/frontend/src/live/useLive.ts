import { onScopeDispose, ref, watch } from 'vue';
import { reachable } from '../api/client';
import { useDirectory } from '../projects/useDirectory';
import { useProject } from '../projects/useProject';
import { readEvents } from './api';
import { followChannel, type EventChannel, type Liveness, type Wire } from './eventChannel';
import { touchedBy, type LiveEvent } from './touched';

/** Hears of events in the project that is shown; of none when everything has to be read anew. */
type Follower = (events: readonly LiveEvent[], reset: boolean) => void;

const followers = new Set<Follower>();
const liveness = ref<Liveness>('away');
let channel: EventChannel | undefined;
/** What is followed, or about to be. */
let followed: string | undefined;
let started = false;

const wire: Wire = {
  open: () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/events`),
  read: readEvents,
  reachable: () => reachable.value,
};

/** Brings what others do into the project that is shown, as it happens. */
export function useLive() {
  const { store, describe, refresh } = useProject();
  const { me, renewProjects } = useDirectory();

  function heard(events: readonly LiveEvent[]): void {
    const opened = store.value;
    if (opened === undefined) {
      return;
    }
    const touched = touchedBy(events, (event) => event.actor_id === me.value && opened.knows(event));
    if (touched.whole) {
      void refresh();
    } else {
      void opened.takeOver(touched);
      if (touched.description) {
        void describe();
      }
    }
    if (events.some((event) => event.type === 'project.changed')) {
      void renewProjects(opened.project.workspace_id);
    }
    followers.forEach((follow) => follow(events, false));
  }

  function reset(): void {
    void refresh();
    followers.forEach((follow) => follow([], true));
  }

  /** Follows a project. What is read after the answer, and what is heard, leave nothing out between them. */
  async function follow(projectId: string): Promise<void> {
    const name = `project:${projectId}`;
    leave();
    followed = name;
    try {
      const { last } = await readEvents(name);
      if (followed === name) {
        channel = followChannel(name, last, { heard, reset }, wire, (now) => (liveness.value = now));
      }
    } catch {
      // What is shown is read all the same, and says why it cannot be; following begins when the server answers again.
    }
  }

  function leave(): void {
    channel?.close();
    channel = undefined;
    followed = undefined;
    liveness.value = 'away';
  }

  if (!started) {
    started = true;
    watch(reachable, (now) => {
      if (!now) {
        channel?.drop();
      }
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') {
        void channel?.wake();
      }
    });
  }

  return {
    liveness,
    follow,
    /** Comes to know what happened while the server could not be reached. */
    catchUp: async (): Promise<void> => {
      if (channel !== undefined && store.value?.state.value === 'ready') {
        await channel.wake();
        return;
      }
      if (channel === undefined && store.value !== undefined) {
        await follow(store.value.project.id);
      }
      await refresh();
    },
  };
}

/** Hears of events in the project that is shown for as long as the component is there. */
export function onLive(follower: Follower): void {
  followers.add(follower);
  onScopeDispose(() => followers.delete(follower));
}

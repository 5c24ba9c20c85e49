import { computed, shallowReactive } from 'vue';
import type { Document, DocumentStatus } from '../api/model';
import { Problem } from '../api/problem';
import { readDocument, uploadFile } from './api';

/** Where a file goes. */
export interface Target {
  readonly workspaceId: string;
  readonly nodeId: string;
  /** What a person knows it by. */
  readonly label: string;
}

/** A file on its way: first to the server, then through reading and classifying. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly target: string;
  readonly state: 'waiting' | 'sending' | 'refused' | DocumentStatus;
  /** The share that is sent, from 0 to 1. */
  readonly sent: number;
  readonly documentId?: string;
  readonly reason?: string | undefined;
}

const AT_ONCE = 2;
const LOOK_MILLIS = 1_500;
const OVER: readonly Upload['state'][] = ['ready', 'failed', 'refused'];

const uploads = shallowReactive(new Map<number, Upload>());
const waiting: { key: number; file: File; target: Target }[] = [];
const arrivals = new Set<(document: Document | undefined) => void>();
let last = 0;
let sending = 0;
let looking: ReturnType<typeof setTimeout> | undefined;

function update(key: number, change: Partial<Upload>): void {
  const upload = uploads.get(key);
  if (upload !== undefined) {
    uploads.set(key, { ...upload, ...change });
  }
}

async function next(): Promise<void> {
  const job = waiting[0];
  if (job === undefined || sending >= AT_ONCE) {
    return;
  }
  waiting.shift();
  sending++;
  update(job.key, { state: 'sending' });
  try {
    const { workspaceId, nodeId } = job.target;
    const documentId = await uploadFile(workspaceId, nodeId, job.file, (sent) => update(job.key, { sent }));
    update(job.key, { state: 'pending', sent: 1, documentId });
    arrivals.forEach((tell) => tell(undefined));
    look();
  } catch (thrown) {
    update(job.key, { state: 'refused', reason: Problem.from(thrown).reason });
  } finally {
    sending--;
    void next();
  }
}

/** Asks for those that are being read, in case no event tells. */
function look(): void {
  looking ??= setTimeout(() => {
    looking = undefined;
    void lookNow();
  }, LOOK_MILLIS);
}

async function lookNow(): Promise<void> {
  const processed = [...uploads.values()].filter((upload) => upload.documentId !== undefined && !OVER.includes(upload.state));
  for (const { documentId } of processed) {
    if (documentId !== undefined) {
      await refresh(documentId);
    }
  }
  if (processed.length > 0) {
    look();
  }
}

async function refresh(documentId: string): Promise<void> {
  try {
    settle(await readDocument(documentId));
  } catch (thrown) {
    if (Problem.from(thrown).status === 404) {
      [...uploads.values()]
        .filter((upload) => upload.documentId === documentId)
        .forEach((upload) => uploads.delete(upload.key));
    }
  }
}

function settle(document: Document): void {
  for (const upload of uploads.values()) {
    if (upload.documentId === document.id && upload.state !== document.status) {
      update(upload.key, { state: document.status, reason: document.failure });
      arrivals.forEach((tell) => tell(document));
    }
  }
}

/** Files on their way into the vault; they go on while a person looks at something else. */
export function useUploads() {
  return {
    uploads: computed(() => [...uploads.values()]),
    busy: computed(() => [...uploads.values()].some((upload) => !OVER.includes(upload.state))),
    /** Sends files, two at a time. */
    send(files: readonly File[], target: Target): void {
      for (const file of files) {
        const key = ++last;
        uploads.set(key, { key, name: file.name, target: target.label, state: 'waiting', sent: 0 });
        waiting.push({ key, file, target });
      }
      for (let lane = 0; lane < AT_ONCE; lane++) {
        void next();
      }
    },
    /** Takes note that a document has come further. */
    settle,
    /** Forgets those that are over. */
    clear(): void {
      [...uploads.values()].filter((upload) => OVER.includes(upload.state)).forEach((upload) => uploads.delete(upload.key));
    },
    /** Tells when a document has arrived or come further; the answer ends it. */
    onArrival(tell: (document: Document | undefined) => void): () => void {
      arrivals.add(tell);
      return () => arrivals.delete(tell);
    },
  };
}

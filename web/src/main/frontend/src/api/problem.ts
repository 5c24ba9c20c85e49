/** What is wrong with one field of a request. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** A refusal in the words of the server's error envelope, or `offline` when it could not be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: readonly FieldProblem[] = [],
    readonly incident?: string,
  ) {
    super(message);
    this.name = 'Problem';
  }

  /** The reason for a person: what is wrong with the fields where the server says so, its message otherwise. */
  get reason(): string {
    return this.details.length > 0
      ? this.details
          .slice(0, 3)
          .map((detail) => `${detail.field}: ${detail.message}`)
          .join('; ')
      : this.message;
  }

  /** Whether the same request may succeed later. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 503;
  }

  /** Reads an answer's body; what is no envelope becomes a problem with the status only. */
  static of(status: number, body: unknown): Problem {
    const error = envelope(body);
    return error === undefined
      ? new Problem(status, 'unknown', `HTTP ${status}`)
      : new Problem(status, error.code, error.message, error.details ?? [], error.incident);
  }

  /** Whatever was thrown, as a problem: what is none was the network. */
  static from(thrown: unknown): Problem {
    return thrown instanceof Problem ? thrown : new Problem(0, 'offline', String(thrown));
  }
}

interface Envelope {
  code: string;
  message: string;
  details?: FieldProblem[];
  incident?: string;
}

function envelope(body: unknown): Envelope | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) {
    return undefined;
  }
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error
    ? (error as Envelope)
    : undefined;
}

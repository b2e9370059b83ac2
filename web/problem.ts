import type { RefusalDetail } from '../domain/refusals.ts';

/** An expected "no" of the server, or the server not being there (`http.unreachable`). */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly field: string | null;
  readonly detail: RefusalDetail;
  /** How long the server asked to be left alone. */
  retryAfterSeconds: number | null = null;

  constructor(code: string, status: number, field: string | null = null, detail: RefusalDetail = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.field = field;
    this.detail = detail;
  }

  get isUnreachable(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  get isStale(): boolean {
    return this.code.endsWith('.stale');
  }
}

/** Reads a problem+json answer; anything else becomes a problem named after its status. */
export async function problemOf(response: Refusing): Promise<Problem> {
  const problem = read(response.status, await response.json().catch(() => null));
  const seconds = Number(response.headers?.get('retry-after') ?? NaN);
  problem.retryAfterSeconds = seconds >= 0 ? seconds : null;
  return problem;
}

interface Refusing {
  status: number;
  json: () => Promise<unknown>;
  headers?: Pick<Headers, 'get'>;
}

function read(status: number, body: unknown): Problem {
  if (!isObject(body) || typeof body['code'] !== 'string') {
    return new Problem(status === 404 ? 'http.not-found' : 'http.unavailable', status);
  }
  const field = typeof body['field'] === 'string' ? body['field'] : null;
  return new Problem(body['code'], status, field, detailOf(body['detail']));
}

function detailOf(value: unknown): RefusalDetail {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string | number | null] =>
        entry[1] === null || typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { z } from '@hono/zod-openapi';
import { isRefusal, refusalCodes, type Refusal, type RefusalCode, type RefusalDetail } from '../../domain/refusals.ts';

const httpCodes = [
  'http.bad-url',
  'http.invalid-json',
  'http.foreign-host',
  'http.foreign-origin',
  'http.not-found',
  'http.method-not-allowed',
  'http.too-large',
  'http.not-json',
  'http.too-many-requests',
  'http.internal',
  'http.unavailable',
  'http.disk-full',
  'http.read-only',
] as const;
export type HttpCode = (typeof httpCodes)[number];

export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.number().int(),
    code: z.enum([...refusalCodes, ...httpCodes]),
    field: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    requestId: z.string(),
  })
  .meta({ description: 'RFC 9457 problem details' });

/** Thrown to answer a request with a problem. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: RefusalCode | HttpCode;
  readonly field: string | null;
  readonly detail: RefusalDetail;

  constructor(problem: { status: number; code: HttpCode; field?: string; detail?: RefusalDetail } | Refusal) {
    const code = isRefusal(problem) ? problem.refusal : problem.code;
    super(code);
    this.code = code;
    this.status = isRefusal(problem) ? statusOf(problem.refusal) : problem.status;
    this.field = problem.field ?? null;
    this.detail = problem.detail ?? {};
  }
}

const conflicts: ReadonlySet<RefusalCode> = new Set([
  'parcel.claimed',
  'command.repeated-differently',
  'undo.superseded',
  'undo.already-undone',
  'gate.already-done',
  'work.already-done',
  'stretch.already-recorded',
]);

const fixedStatuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  'access.not-allowed': 403,
  'access.must-change-password': 403,
  'access.sign-in': 401,
  'access.wrong-password': 401,
  'access.throttled': 429,
  'person.exists': 409,
  'document.too-large': 413,
  'document.type': 415,
  'document.incomplete': 400,
  'document.lost': 404,
};

/** 409: look again and decide anew. 422: this cannot be done. */
function statusOf(code: RefusalCode): number {
  const fixed = fixedStatuses[code];
  if (fixed !== undefined) return fixed;
  if (code === 'input.invalid') return 400;
  if (code.endsWith('.unknown')) return 404;
  return code.endsWith('.stale') || code.endsWith('.unchanged') || conflicts.has(code) ? 409 : 422;
}

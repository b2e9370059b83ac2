import { STATUS_CODES } from 'node:http';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { isDatabaseUnavailable, refusedByDatabase } from '../database/refused-by-database.ts';
import type { HttpEnv } from './env.ts';
import { diskProblem } from './disk-problem.ts';
import { Problem, type problemSchema } from './problem.ts';

const retryAfterSeconds = 2;

/** Answers every error as application/problem+json; what is not expected is logged and told to nobody. */
export const answerError: ErrorHandler<HttpEnv> = (error, c) => {
  const problem = problemOf(error);
  if (problem.status >= 500) c.var.log.error({ err: error, requestId: c.var.requestId }, problem.code);
  return answerProblem(c, problem);
};

function answerProblem(c: Context<HttpEnv>, problem: Problem): Response {
  const { status, code, field, detail } = problem;
  const { waitSeconds = status === 503 ? retryAfterSeconds : null } = detail;
  if (waitSeconds !== null) c.header('Retry-After', String(waitSeconds));
  c.header('Cache-Control', 'no-store');
  const title = STATUS_CODES[status] ?? 'Error';
  const told = { title, status, code, field, detail: { ...detail }, requestId: c.var.requestId };
  const body: z.input<typeof problemSchema> = { type: 'about:blank', ...told };
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { 'Content-Type': 'application/problem+json' });
}

/** 404, or 405 when the address is right and the method is not. `methodsOf` lists what an address takes. */
export function answerNotFound(methodsOf: (path: string) => readonly string[]): NotFoundHandler<HttpEnv> {
  return (c) => {
    const methods = methodsOf(c.req.path);
    if (methods.length === 0) return answerProblem(c, new Problem({ status: 404, code: 'http.not-found' }));
    c.header('Allow', methods.join(', '));
    return answerProblem(c, new Problem({ status: 405, code: 'http.method-not-allowed' }));
  };
}

/** What zod found wrong with a request, as input.invalid with the field. */
export function invalidInput(issues: readonly z.core.$ZodIssue[]): Problem {
  const [issue] = issues;
  const field = issue?.path.map(String).join('.') || null;
  return new Problem(refuse('input.invalid', field, { message: issue?.message ?? '' }));
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const refusal = refusedByDatabase(error);
  if (refusal) return new Problem(refusal);
  const disk = diskProblem(error);
  if (disk) return disk;
  if (isDatabaseUnavailable(error)) return new Problem({ status: 503, code: 'http.unavailable' });
  if (error instanceof HTTPException && error.status === 400)
    return new Problem({ status: 400, code: 'http.invalid-json' });
  if (error instanceof HTTPException && error.status === 413)
    return new Problem({ status: 413, code: 'http.too-large' });
  if (error instanceof HTTPException && error.status === 415)
    return new Problem({ status: 415, code: 'http.not-json' });
  return new Problem({ status: 500, code: 'http.internal' });
}

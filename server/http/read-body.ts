import type { MiddlewareHandler } from 'hono';
import { refuse } from '../../domain/refusals.ts';
import { Problem } from './problem.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const jsonType = /^application\/json\s*(;|$)/i;
const deepestLevel = 32;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Lets only JSON in that PostgreSQL can store and that hides nothing: strict UTF-8, no NUL, no lone surrogates. */
export const strictJsonBody: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'POST') {
    if (!jsonType.test(c.req.header('content-type') ?? '')) throw new Problem({ status: 415, code: 'http.not-json' });
    checkValue(parse(decode(await c.req.arrayBuffer())));
  }
  await next();
};

function decode(bytes: ArrayBuffer): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw new Problem({ status: 400, code: 'http.invalid-json', detail: { message: 'the body is not UTF-8' } });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 200) : '';
    throw new Problem({ status: 400, code: 'http.invalid-json', detail: { message } });
  }
}

function checkValue(root: unknown): void {
  const open: [value: unknown, level: number][] = [[root, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, level] = next;
    if (typeof value === 'string') checkText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (level > deepestLevel) throw invalid('the body is nested too deeply');
    for (const [key, inner] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) throw invalid(`the name ${key} is not allowed`);
      checkText(key);
      open.push([inner, level + 1]);
    }
  }
}

function checkText(text: string): void {
  if (/[\0\p{Surrogate}]/u.test(text)) throw invalid('a text holds a NUL or half a character');
}

function invalid(message: string): Problem {
  return new Problem(refuse('input.invalid', null, { message }));
}

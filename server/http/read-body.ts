import type { MiddlewareHandler } from 'hono';
import { refuse, type RefusalDetail } from '../../domain/refusals.ts';
import { forbiddenCharacter } from './plain-text.ts';
import { Problem } from './problem.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const jsonType = /^application\/json\s*(;|$)/i;
const deepestLevel = 32;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Lets only JSON in that PostgreSQL can store and that hides nothing: strict UTF-8, no control characters. */
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
  const open: [value: unknown, path: readonly string[]][] = [[root, []]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, path] = next;
    if (typeof value === 'string') checkText(value, path);
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= deepestLevel) throw invalid('the body is nested too deeply');
    for (const [key, inner] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) throw invalid(`the name ${key} is not allowed`);
      checkText(key, path);
      open.push([inner, [...path, key]]);
    }
  }
}

function checkText(text: string, path: readonly string[]): void {
  const character = forbiddenCharacter(text);
  if (character !== null) throw invalid('a text holds a character that may not be stored', { path, character });
}

function invalid(message: string, at?: { path: readonly string[]; character: string }): Problem {
  const detail: RefusalDetail = at ? { message, character: at.character } : { message };
  return new Problem(refuse('input.invalid', at?.path.join('.') || null, detail));
}

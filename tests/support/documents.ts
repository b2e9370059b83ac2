import { z } from 'zod';
import { documentSchema } from '../../domain/document/schema.ts';
import type { Ask } from './people.ts';

/** Sends a file to 金岭. */
export function send(
  ask: Ask,
  bytes: NonNullable<RequestInit['body']>,
  name = '现场.jpg',
  init: RequestInit = {},
): Promise<Response> {
  return ask(`/api/parks/jinling/documents?name=${encodeURIComponent(name)}`, { method: 'POST', body: bytes, ...init });
}

/** The document a file became. */
export async function kept(answer: Response | Promise<Response>) {
  const response = await answer;
  const json: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(json)}`);
  return z.strictObject({ document: documentSchema }).parse(json).document;
}

/** A body that comes in pieces and without a length. */
export function pieces(...parts: readonly (Uint8Array | Error)[]): RequestInit {
  const left = [...parts];
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const next = left.shift();
      if (next === undefined) controller.close();
      else if (next instanceof Error) controller.error(next);
      else controller.enqueue(next);
    },
  });
  return { body, duplex: 'half' } as RequestInit;
}

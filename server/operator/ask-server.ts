import type { RefusalDetail } from '../../domain/refusals.ts';
import { StartError } from '../start-error.ts';
import type { OperatorFile } from './operator-file.ts';

const patienceMilliseconds = 60_000;

/** What a server refused, with the field and the numbers it gave. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  readonly detail: RefusalDetail;

  constructor(origin: string, code: string, detail: RefusalDetail) {
    super(`${origin} refused: ${code}.`);
    this.code = code;
    this.detail = detail;
  }
}

export interface Asking {
  readonly body?: object;
  /** A file, in place of a body of JSON. */
  readonly content?: Uint8Array;
  readonly method?: 'DELETE';
  readonly patience?: number;
}

/** Asks a running server as its operator, or as a visitor without a token. Throws Refused or StartError. */
export async function askServer(
  { url, token }: { url: string | URL; token?: string | undefined },
  path: string,
  { body, content, method, patience = patienceMilliseconds }: Asking = {},
): Promise<Response> {
  const { origin } = new URL(url);
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const sent = {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    ...(content && { method: 'POST', body: Buffer.from(content) }),
    ...(method && { method }),
  };
  if (body) headers['content-type'] = 'application/json';
  if (content) headers['content-type'] = 'application/octet-stream';
  const signal = AbortSignal.timeout(patience);
  const answer = await fetch(new URL(path, origin), { ...sent, headers, signal, redirect: 'error' }).catch(
    (error: Error) => {
      const cause = error.cause instanceof Error ? error.cause.message : error.message;
      throw new StartError(`${origin} cannot be reached (${cause || error.name}).`);
    },
  );
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => ({}))) as { code?: unknown; detail?: RefusalDetail };
  if (answer.status >= 500 || typeof problem.code !== 'string') {
    throw new StartError(
      `${origin} answered ${answer.status}${typeof problem.code === 'string' ? ` (${problem.code})` : ''}.`,
    );
  }
  throw new Refused(origin, problem.code, problem.detail ?? {});
}

/** The same for a JSON answer. */
export async function askForJson<Answer>(server: OperatorFile, path: string, body?: object): Promise<Answer> {
  return (await (await askServer(server, path, body ? { body } : {})).json()) as Answer;
}

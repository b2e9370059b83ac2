import { eq } from 'drizzle-orm';
import type { Person } from '../../domain/access/person.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import type { Database, Queries } from '../database/connect.ts';
import { person as personTable, session, signIn, type SignInOutcome } from '../database/schema.ts';
import { addressHeader, cookiePrefix, openAuth, type Auth } from './auth.ts';
import { readSession } from './read-session.ts';
import { noteAttempt, noteOutcome } from './throttle.ts';

export interface SignedIn {
  readonly person: Person;
  readonly sessionId: string;
  /** Cookies to send along: a session in use is prolonged. */
  readonly cookies: readonly string[];
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly remember: boolean;
}

/** Who signs in and who asks. What is done to people is in `keep-people.ts`. */
export class People {
  readonly #queries: Queries;
  readonly #auth: Auth;
  readonly #secret: string;
  readonly #now: () => Date;

  constructor({ queries }: Database, options: { secret: string; isSecure: boolean; now: () => Date }) {
    this.#queries = queries;
    this.#auth = openAuth({ queries, ...options });
    this.#secret = options.secret;
    this.#now = options.now;
  }

  /** Who asks with these headers, or null for a visitor. */
  async whoAsks(headers: Headers): Promise<SignedIn | null> {
    if (!headers.get('cookie')?.includes(`${cookiePrefix}.`)) return null;
    const found = await readSession(this.#queries, this.#secret, headers, this.#now());
    if (!found) return null;
    const { person, sessionId, isAging } = found;
    const cookies = isAging ? await this.#prolong(headers) : [];
    return { person: personOf(person), sessionId, cookies };
  }

  async #prolong(headers: Headers): Promise<readonly string[]> {
    const answer = await this.#auth.api.getSession({ headers, returnHeaders: true });
    return answer.headers.getSetCookie();
  }

  /** Opens a session. Refuses with access.throttled and access.wrong-password, which a disabled person hears too. */
  async signIn(
    { username, password, remember }: Credentials,
    from: Origin,
  ): Promise<Omit<SignedIn, 'sessionId'> | Refusal> {
    const at = this.#now();
    const { id, waitSeconds } = await noteAttempt(this.#queries, { username, address: from.address, at });
    if (waitSeconds > 0) {
      await noteOutcome(this.#queries, id, 'throttled', null);
      return refuse('access.throttled', null, { waitSeconds });
    }
    const headers = new Headers({ [addressHeader]: from.address, 'user-agent': from.agent });
    const opened = await this.#auth.api
      .signInUsername({ body: { username, password, rememberMe: remember }, headers, returnHeaders: true })
      .catch(nullIfUnauthorized);
    const [found] = await this.#queries.select().from(personTable).where(eq(personTable.username, username));
    if (!opened || !found || found.disabledAt) {
      if (opened) await this.#queries.delete(session).where(eq(session.token, opened.response.token));
      await noteOutcome(this.#queries, id, opened ? 'disabled' : 'refused', found?.id ?? null);
      return refuse('access.wrong-password', 'password');
    }
    await noteOutcome(this.#queries, id, 'signed-in', found.id);
    return { person: personOf(found), cookies: opened.headers.getSetCookie() };
  }

  /** Ends the session of these headers; returns the cookies that take it away. */
  async signOut(headers: Headers): Promise<readonly string[]> {
    const answer = await this.#auth.api.signOut({ headers, returnHeaders: true });
    return answer.headers.getSetCookie();
  }

  /** Writes down what happened to an account besides signing in. */
  async note(outcome: SignInOutcome, of: { readonly id: string; readonly username: string }, address: string) {
    await this.#queries
      .insert(signIn)
      .values({ at: this.#now(), username: of.username, personId: of.id, address, outcome });
  }
}

export interface Origin {
  readonly address: string;
  readonly agent: string;
}

export function personOf({ id, username, name, roles, mustChangePassword }: StoredPerson): Person {
  return { id, username: username ?? '', name, roles: roles as Person['roles'], mustChangePassword };
}

interface StoredPerson {
  readonly id: string;
  readonly username?: string | null | undefined;
  readonly name: string;
  readonly roles: readonly string[];
  readonly mustChangePassword: boolean;
}

function nullIfUnauthorized(error: unknown): null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 'UNAUTHORIZED' || status === 'UNPROCESSABLE_ENTITY' || status === 'BAD_REQUEST') return null;
  throw error;
}

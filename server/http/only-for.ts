import type { MiddlewareHandler } from 'hono';
import { can } from '../../domain/access/can.ts';
import type { Act } from '../../domain/access/roles.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonEnv } from './env.ts';
import { Problem } from './problem.ts';

/** Whom a page or a queue of commands means to speak for; somebody else may have signed in since. */
const personHeader = 'x-yuantu-person';

/** To be spread into a route: who may not do `act` is refused, and the description of the route names the act. */
export function onlyFor(act: Act) {
  const middleware: MiddlewareHandler<PersonEnv> = async (c, next) => {
    const person = c.var.person ?? null;
    const meant = c.req.header(personHeader);
    if (person === null || (meant !== undefined && meant !== person.id)) throw new Problem(refuse('access.sign-in'));
    if (person.mustChangePassword && act !== 'keep-account') throw new Problem(refuse('access.must-change-password'));
    if (!can(person.roles, act)) throw new Problem(refuse('access.not-allowed', null, { act }));
    c.set('by', person);
    await next();
  };
  return { middleware, 'x-act': act } as const;
}

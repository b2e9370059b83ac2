import type { MiddlewareHandler } from 'hono';
import type { CommandName } from '../../domain/access/roles.ts';
import { can } from '../../domain/access/can.ts';
import { refuse } from '../../domain/refusals.ts';
import type { House } from '../house.ts';
import type { StaffEnv } from './env.ts';
import { Problem } from './problem.ts';

const header = 'X-Yuantu-Staff';
const longestName = 60;

/** Lets a command through for those who may give it; who gives it stands in a header until there are accounts. */
export function asStaff(house: House, command: CommandName): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    const actor = house.staffOpen ? actorOf(c.req.header(header)) : null;
    if (!can(actor === null ? 'visitor' : 'staff', command)) throw new Problem(refuse('access.not-allowed'));
    c.set('actor', actor ?? '');
    await next();
  };
}

function actorOf(encoded: string | undefined): string | null {
  if (encoded === undefined) return null;
  const name = decode(encoded).trim().normalize('NFC');
  if (name === '') return null;
  if (name.length > longestName || /\p{C}/u.test(name)) throw invalid(`a name of at most ${longestName} letters`);
  return name;
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw invalid('a percent-encoded UTF-8 name');
  }
}

function invalid(expected: string): Problem {
  return new Problem(refuse('input.invalid', header, { message: `${header} must be ${expected}` }));
}

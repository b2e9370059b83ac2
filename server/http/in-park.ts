import type { MiddlewareHandler } from 'hono';
import { refuse } from '../../domain/refusals.ts';
import type { House } from '../house.ts';
import type { ParkEnv } from './env.ts';
import { Problem } from './problem.ts';

/** Finds the park of the address, loading it when it is first asked for; 404 park.unknown. */
export function inPark(house: House): MiddlewareHandler<ParkEnv> {
  return async (c, next) => {
    const code = c.req.param('park') ?? '';
    const memory = await house.memories.of(code);
    if (!memory) throw new Problem(refuse('park.unknown', 'park', { park: code.slice(0, 80) }));
    c.set('memory', memory);
    await next();
  };
}

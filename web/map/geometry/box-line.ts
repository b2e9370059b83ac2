import type { Corner } from './pick-inside.ts';

/** The four corners of the box between two opposite ones. */
export function boxLine([ax, ay]: Corner, [bx, by]: Corner): Corner[] {
  return [
    [ax, ay],
    [bx, ay],
    [bx, by],
    [ax, by],
  ];
}

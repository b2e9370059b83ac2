import type { Change } from '../park/facts.ts';
import type { Side } from '../parcel/schema.ts';
import { gaps } from './intervals.ts';
import type { Stretch } from './schema.ts';

/**
 * Cuts the stretch of a new plan out of older plans of the same layer that are not done:
 *
 *   old   |-------- full, 12-31 --------|
 *   new         |-- left, 01-20 --|
 *   left  |-12-31|--- 01-20 ------|12-31|
 *   right |----------- 12-31 -----------|
 *
 * The first remaining piece keeps the old stretch's id.
 */
export function replaceStretchPlan(stretches: readonly Stretch[], plan: Stretch, newId: () => string): Change[] {
  return stretches.flatMap((old) => {
    const isOpen = old.doneOn === null && old.plannedOn !== null;
    const fromMetres = Math.max(old.fromMetres, plan.fromMetres);
    const toMetres = Math.min(old.toMetres, plan.toMetres);
    const isHit = old.side === plan.side || old.side === 'full' || plan.side === 'full';
    if (!isOpen || !isHit || fromMetres >= toMetres) return [];
    const outside = gaps([{ fromMetres, toMetres }], old).map((interval) => ({ ...old, ...interval }));
    const kept = otherSide(old.side, plan.side);
    const beside = kept === null ? [] : [{ ...old, side: kept, fromMetres, toMetres }];
    const [first, ...others] = [...outside, ...beside];
    return [
      { table: 'stretch', before: old, after: first ?? null } satisfies Change,
      ...others.map((piece) => ({ table: 'stretch', before: null, after: { ...piece, id: newId() } }) satisfies Change),
    ];
  });
}

function otherSide(old: Side, plan: Side): Side | null {
  if (old !== 'full' || plan === 'full') return null;
  return plan === 'left' ? 'right' : 'left';
}

import { refuseBeforePark } from '../park/began-on.ts';
import type { Rule } from '../park/decision.ts';
import type { Change } from '../park/facts.ts';
import { refuse } from '../refusals.ts';
import { isLive } from './live-claim.ts';
import type { ReleaseParcels } from './schema.ts';

/**
 * Ends the live claims on parcels from a day on, with a reason. A claim that began that very day is removed.
 * Refuses with parcel.unknown, parcel.not-claimed, day.future, day.before-park.
 */
export const releaseParcels: Rule<ReleaseParcels> = (facts, input, { today }) => {
  if (input.on > today) return refuse('day.future', 'on', { day: input.on, today });
  const early = refuseBeforePark(facts, input.on, 'on');
  if (early) return early;
  const changes: Change[] = [];
  for (const parcel of new Set(input.parcels)) {
    if (!facts.parcels.has(parcel)) return refuse('parcel.unknown', 'parcels', { parcel });
    const live = [...(facts.claims.get(parcel)?.values() ?? [])].find((claim) => isLive(claim, input.on));
    if (!live) return refuse('parcel.not-claimed', 'parcels', { parcel, on: input.on });
    const after = live.fromOn === input.on ? null : { ...live, untilOn: input.on };
    changes.push({ table: 'claim', before: live, after });
  }
  return { changes, effectiveOn: input.on, reason: input.reason };
};

import type { Report } from '../finding.ts';
import { placeOf, type RingUnderCheck } from './ring-under-check.ts';
import { selfMeetings } from './self-meetings.ts';

/** Tells where a ring crosses or touches itself; whether it crosses. A ring that only touches can be split there. */
export function findSelfCrossings(ring: RingUnderCheck, report: Report): boolean {
  const { feature, part, ring: number, limits, points } = ring;
  const { meetings, isComplete } = selfMeetings(points, limits.pairsPerRing);
  if (!isComplete) report({ code: 'check-incomplete', ...placeOf(ring, 0), detail: { corners: points.length } });
  const isCrossed = meetings.some(({ isCrossing }) => isCrossing);
  for (const { edge, other, point, isCrossing } of meetings) {
    const at = { ...placeOf(ring, edge), place: point };
    const detail = { otherCorner: placeOf(ring, other).where.corner! + 1 };
    const split = { kind: 'split-ring', feature, part, ring: number, point, twiceAreaChange: 0 } as const;
    const repair = isCrossed || !isComplete ? null : split;
    report({ code: isCrossing ? 'self-crossing' : 'self-touching', ...at, detail, repair });
  }
  return isCrossed;
}

import type { Report } from '../finding.ts';
import { placeOf, type RingUnderCheck } from './ring-under-check.ts';

/** Whether a ring has corners that are no whole millimetres or lie beyond the reach; the first of each is told. */
export function hasWildCorners(ring: RingUnderCheck, report: Report): boolean {
  let [wild, far, firstWild, firstFar] = [0, 0, -1, -1];
  ring.points.forEach(([x, y], corner) => {
    if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y)) {
      if (wild === 0) firstWild = corner;
      wild += 1;
    } else if (Math.abs(x) > ring.limits.reach || Math.abs(y) > ring.limits.reach) {
      if (far === 0) firstFar = corner;
      far += 1;
    }
  });
  if (wild > 0) {
    report({ code: 'corner-not-finite', ...placeOf(ring, firstWild), place: null, detail: { corners: wild } });
  }
  if (far > 0) {
    const detail = { corners: far, reachMetres: ring.limits.reach / 1000 };
    report({ code: 'corner-out-of-range', ...placeOf(ring, firstFar), detail });
  }
  return wild + far > 0;
}

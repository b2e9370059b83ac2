import { twiceAreaSquareMillimetres } from '../../../geometry/area.ts';
import { boxOf } from '../../../ledger/near-pairs.ts';
import { sharedWith } from '../../../ledger/shared-area.ts';
import type { Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import { meetingBoxes } from '../meeting-boxes.ts';
import type { SoundRings } from './check-feature.ts';

const twiceSquareMillimetresPerSquareMetre = 2_000_000;

/** Tells parts that are there twice and parts with land in common (also one inside another that is no island); whether any. */
export function findPartFaults(
  { polygons, origins }: SoundRings,
  feature: number,
  limits: CheckLimits,
  report: Report,
): boolean {
  if (polygons.length < 2) return false;
  const pairs = meetingBoxes(
    polygons.map((polygon) => boxOf([polygon])),
    limits.pairsPerRing,
  );
  if (pairs === null) {
    report({ code: 'check-incomplete', feature, detail: { parts: polygons.length } });
    return true;
  }
  let isShared = false;
  const doubles = new Set<number>();
  for (const [earlier, later] of pairs) {
    if (doubles.has(earlier) || doubles.has(later)) continue;
    const [a, b] = [polygons[earlier]!, polygons[later]!];
    const [areaA, areaB] = [a, b].map((polygon) => twiceAreaSquareMillimetres([polygon])) as [number, number];
    const shared = sharedWith([a])({ polygons: [b], twiceAreaSquareMillimetres: areaB });
    if (shared === 0) continue;
    isShared = true;
    const { part, ring, numbers, fingerprint } = origins[later]![0]!;
    const at = { feature, where: { part, ring, corner: numbers?.[0] ?? 0 }, place: b[0]![0]! };
    const detail = {
      squareMetres: shared / twiceSquareMillimetresPerSquareMetre,
      otherPart: origins[earlier]![0]!.part + 1,
    };
    if (shared < areaA || shared < areaB) {
      report({ code: 'parts-overlap', ...at, detail });
      continue;
    }
    doubles.add(later);
    const repair = { kind: 'drop-part', feature, part, ring: 0, fingerprint, twiceAreaChange: areaB } as const;
    report({ code: 'duplicate-part', ...at, detail, repair });
  }
  return isShared;
}

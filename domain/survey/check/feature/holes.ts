import { signedTwiceArea } from '../../../geometry/area.ts';
import type { Polygon, Ring } from '../../../geometry/shapes.ts';
import { boxOf } from '../../../ledger/near-pairs.ts';
import { sharedWith } from '../../../ledger/shared-area.ts';
import type { RingPlace, Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import { meetingBoxes } from '../meeting-boxes.ts';
import type { RingOrigin, SoundRings } from './check-feature.ts';

const twiceSquareMillimetresPerSquareMetre = 2_000_000;

/** Tells holes outside their shell, across it, in one another, and wound like their shell; whether any is misplaced. */
export function findHoleFaults(
  { polygons, origins }: SoundRings,
  feature: number,
  limits: CheckLimits,
  report: Report,
): boolean {
  let isMisplaced = false;
  const tell: Report = (flaw) => {
    isMisplaced ||= flaw.code !== 'hole-winding';
    report(flaw);
  };
  polygons.forEach((polygon, part) => {
    if (polygon.length < 2) return;
    holesAgainstShell(polygon, origins[part]!, feature, tell);
    holesAgainstHoles(polygon, origins[part]!, feature, limits, tell);
  });
  return isMisplaced;
}

function holesAgainstShell(polygon: Polygon, origins: readonly RingOrigin[], feature: number, report: Report): void {
  const [shell, ...holes] = polygon;
  const isForward = signedTwiceArea(shell!) > 0;
  const shared = sharedWith([[shell!]]);
  holes.forEach((hole, index) => {
    const { area, where, place, fingerprint } = measured(hole, origins[index + 1]!);
    const inside = shared({ polygons: [[hole]], twiceAreaSquareMillimetres: area });
    const at = { feature, where, place };
    if (inside < area) {
      const detail = { outsideSquareMetres: (area - inside) / twiceSquareMillimetresPerSquareMetre };
      report({ code: inside === 0 ? 'hole-outside' : 'hole-crossing-shell', ...at, detail });
    }
    if (signedTwiceArea(hole) > 0 !== isForward) return;
    const { part, ring } = where;
    const repair = { kind: 'reverse-ring', feature, part, ring, fingerprint, twiceAreaChange: 0 } as const;
    report({ code: 'hole-winding', ...at, repair });
  });
}

function holesAgainstHoles(
  polygon: Polygon,
  origins: readonly RingOrigin[],
  feature: number,
  limits: CheckLimits,
  report: Report,
): void {
  const holes = polygon.slice(1);
  const pairs = meetingBoxes(
    holes.map((hole) => boxOf([[hole]])),
    limits.pairsPerRing,
  );
  if (pairs === null) return report({ code: 'check-incomplete', feature, detail: { holes: holes.length } });
  const nested = new Set<number>();
  for (const [one, two] of pairs) {
    const measures = [one, two].map((index) => ({ index, ...measured(holes[index]!, origins[index + 1]!) }));
    const [small, large] = measures.sort((a, b) => a.area - b.area || b.index - a.index) as [Measured, Measured];
    const shared = sharedWith([[holes[large.index]!]])({
      polygons: [[holes[small.index]!]],
      twiceAreaSquareMillimetres: small.area,
    });
    if (shared === 0) continue;
    const at = { feature, where: small.where, place: small.place };
    const detail = { squareMetres: shared / twiceSquareMillimetresPerSquareMetre };
    if (shared < small.area) {
      report({ code: 'holes-overlap', ...at, detail });
      continue;
    }
    const { part, ring } = small.where;
    const kind = small.area === large.area ? ('drop-ring' as const) : ('hole-to-part' as const);
    const twiceAreaChange = small.area * (kind === 'drop-ring' ? 1 : 2);
    const repair = nested.has(ring)
      ? null
      : { kind, feature, part, ring, fingerprint: small.fingerprint, twiceAreaChange };
    nested.add(ring);
    report({ code: 'hole-in-hole', ...at, detail, repair });
  }
}

interface Measured {
  readonly index: number;
  readonly area: number;
  readonly where: RingPlace;
  readonly place: Ring[number];
  readonly fingerprint: number;
}

function measured(ring: Ring, { part, ring: number, numbers, fingerprint }: RingOrigin): Omit<Measured, 'index'> {
  const where = { part, ring: number, corner: numbers?.[0] ?? 0 };
  return { area: Math.abs(signedTwiceArea(ring)), where, place: ring[0]!, fingerprint };
}

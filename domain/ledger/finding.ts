import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import type { MultiPolygon, Point, Ring } from '../geometry/shapes.ts';
import type { LandPart, PartName } from './land-parts.ts';
import { boxesMeet, boxOf } from './near-pairs.ts';
import { touches } from './touches.ts';

/**
 * residual: land of the outline no part explains. overlap: land two parts count. outside: a part beyond the outline.
 * astray: a part inside the outline but beyond the phase it is booked in.
 */
export const findingKinds = ['residual', 'overlap', 'outside', 'astray'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A place where the ledger does not balance. */
export interface Finding {
  /** Depends only on what is found, so that it stays while other findings come and go. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly planVersion: string;
  /** The phases it lies in; none where the outline or the plan has none. */
  readonly phases: readonly string[];
  /** Whose land it is: both parts of an overlap, the part that lies outside or astray, nothing for a residual. */
  readonly parts: readonly PartName[];
  /** The other parts it touches. */
  readonly neighbours: readonly PartName[];
  /** In millimetres; corners where edges cross are rounded to a millimetre, so a sliver below that may have no outline. */
  readonly polygons: MultiPolygon;
  readonly twiceAreaSquareMillimetres: number;
  /** Its mean width: twice the area over the length of its outline. */
  readonly widthMillimetres: number;
  readonly isSliver: boolean;
}

/** Below this mean width a finding is a sliver: a fault of linework rather than of the plan. */
export const sliverMillimetres = 50;

interface Found {
  readonly kind: FindingKind;
  readonly planVersion: string;
  readonly parts: readonly LandPart[];
  readonly polygons: MultiPolygon;
  readonly twiceAreaSquareMillimetres?: number;
}

interface Around {
  readonly phases: readonly string[];
  /** The parts that may touch it. */
  readonly parts: readonly LandPart[];
}

export function finding(found: Found, around: Around): Finding {
  const { kind, planVersion, polygons } = found;
  const area = found.twiceAreaSquareMillimetres ?? twiceAreaSquareMillimetres(polygons);
  const length = perimeterMillimetres(polygons);
  const widthMillimetres = length === 0 ? 0 : area / length;
  const box = boxOf(polygons);
  const neighbours = around.parts.filter(
    (part) =>
      !found.parts.includes(part) && boxesMeet(boxOf(part.polygons), box, 1) && touches(part.polygons, polygons),
  );
  return {
    id: [kind, ...(found.parts.length > 0 ? found.parts.map(nameOf) : firstCorner(polygons))].join('.'),
    kind,
    planVersion,
    phases: around.phases,
    parts: found.parts.map(named),
    neighbours: neighbours.map(named),
    polygons,
    twiceAreaSquareMillimetres: area,
    widthMillimetres,
    isSliver: widthMillimetres < sliverMillimetres,
  };
}

function named({ kind, code, phase }: PartName): PartName {
  return { kind, code, phase };
}

function nameOf({ kind, code }: PartName): string {
  return `${kind}:${code}`;
}

function firstCorner(polygons: MultiPolygon): readonly number[] {
  const corners = polygons.flat(2) as Point[];
  return corners.reduce((first, next) => ((next[0] - first[0] || next[1] - first[1]) < 0 ? next : first));
}

export function perimeterMillimetres(polygons: MultiPolygon): number {
  const lengthOf = (ring: Ring) =>
    ring.reduce((sum, [x, y], index) => {
      const [toX, toY] = ring[(index + 1) % ring.length]!;
      return sum + Math.hypot(toX - x, toY - y);
    }, 0);
  return polygons.flat().reduce((sum, ring) => sum + lengthOf(ring), 0);
}

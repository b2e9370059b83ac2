import fc from 'fast-check';
import { overlayArea } from '../../../../domain/geometry/overlay/overlay-area.ts';
import { prepareOverlay } from '../../../../domain/geometry/overlay/prepare-overlay.ts';
import type { MultiPolygon, Point, Ring } from '../../../../domain/geometry/shapes.ts';
import { finishCheck } from '../../../../domain/survey/check/check-survey.ts';
import { joinChosen } from '../../../../domain/survey/proposal/join-neighbours.ts';
import type { ImportProposal, IncomingParcel, PresentParcel } from '../../../../domain/survey/proposal/proposal.ts';
import { proposeImport, type ImportOptions } from '../../../../domain/survey/proposal/propose-import.ts';

/** A rectangle in metres. */
export function box(west: number, south: number, east: number, north: number): MultiPolygon {
  return [[metres([west, south], [east, south], [east, north], [west, north])]];
}

export function metres(...corners: [number, number][]): Point[] {
  return corners.map(([x, y]): Point => [Math.round(x * 1000), Math.round(y * 1000)]);
}

export function parcel(code: string, polygons: MultiPolygon): PresentParcel {
  return { code, polygons };
}

/** Features in the order of the file. */
export function file(...features: (readonly [code: string | null, polygons: MultiPolygon])[]): IncomingParcel[] {
  return features.map(([code, polygons], feature) => ({ feature, code, polygons, isUnsound: false }));
}

export function propose(
  present: readonly PresentParcel[],
  incoming: readonly IncomingParcel[],
  { scope = 'held', usedCodes = new Set(), limits = {} }: Partial<ImportOptions> = {},
): ImportProposal {
  return finishCheck(proposeImport(present, incoming, { scope, usedCodes, limits }));
}

export function twiceInCommon(a: MultiPolygon, b: MultiPolygon): number {
  return overlayArea(prepareOverlay(a), b);
}

/** The parcels after the chosen entries are carried out, whatever is said against them; null: no code. */
export function carryOut(
  present: readonly PresentParcel[],
  incoming: readonly IncomingParcel[],
  { entries }: ImportProposal,
  isChosen: (id: string) => boolean,
): { code: string | null; polygons: MultiPolygon; isChanged: boolean }[] {
  const shapes = new Map(incoming.map(({ feature, polygons }) => [feature, polygons]));
  const chosen = entries.filter(({ id, kind }) => isChosen(id) && kind !== 'same');
  const changed = chosen.flatMap((entry) => (entry.kind === 'added' || entry.kind === 'reshaped' ? [entry] : []));
  const leaving = new Set(chosen.map(({ kind, code }) => (kind === 'added' ? null : code)));
  const { taken, neighbours } = joinChosen(
    changed.map(({ feature }) => shapes.get(feature)!),
    present.filter(({ code }) => !leaving.has(code)),
  );
  const joined = new Map(neighbours.map(({ code, polygons }) => [code, polygons]));
  const ofReshaped = new Map(changed.map(({ kind, code }, at) => [kind === 'reshaped' ? code : null, taken[at]!]));
  return [
    ...present.flatMap(({ code, polygons }) => {
      if (leaving.has(code))
        return ofReshaped.has(code) ? [{ code, polygons: ofReshaped.get(code)!, isChanged: true }] : [];
      return [{ code, polygons: joined.get(code) ?? polygons, isChanged: joined.has(code) }];
    }),
    ...changed.flatMap(({ kind, code }, at) =>
      kind === 'added' ? [{ code, polygons: taken[at]!, isChanged: true }] : [],
    ),
  ];
}

export interface AnyImport {
  readonly present: PresentParcel[];
  readonly incoming: IncomingParcel[];
  readonly usedCodes: Set<string>;
}

const side = 4;
const cell = 10_000;

/** What a cell of the park holds, and what becomes of it in the file. */
const anyCell = fc.record({
  holds: fc.constantFrom('nothing', 'whole', 'whole', 'triangles'),
  fate: fc.constantFrom('keep', 'keep', 'keep', 'drop', 'cut', 'corner', 'halve', 'merge', 'shift', 'fill', 'twice'),
  shift: fc.constantFrom<Point>([1, 0], [0, -1], [2, 2], [300, 0], [-2500, 700], [6000, 6000]),
  code: fc.constantFrom('own', 'own', 'own', 'own', 'none', 'new', 'used', 'next'),
  turn: fc.nat(3),
  isReversed: fc.boolean(),
  isUnsound: fc.integer({ min: 0, max: 30 }).map((one) => one === 30),
});

/** A park of squares and triangles, and a file in which some of them are cut, merged, moved, recoded, left out or twice. */
export const anyImport: fc.Arbitrary<AnyImport> = fc
  .array(anyCell, { minLength: side * side, maxLength: side * side })
  .map((cells) => {
    const present: PresentParcel[] = [];
    const features: Omit<IncomingParcel, 'feature'>[] = [];
    cells.forEach(({ holds, fate, shift, code, turn, isReversed, isUnsound }, at) => {
      const [west, south] = [(at % side) * cell, Math.floor(at / side) * cell];
      const shapes = holds === 'nothing' ? [] : holds === 'whole' ? [square(west, south)] : triangles(west, south);
      shapes.forEach((ring, part) => present.push({ code: `P-${at}-${part}`, polygons: [[ring]] }));
      const rings = fateOf(fate, shapes, west, south, shift);
      rings.forEach((ring, part) => {
        const codes = {
          own: `P-${at}-${part}`,
          none: null,
          new: `N-${at}-${part}`,
          used: 'U-1',
          next: `P-${at + 1}-0`,
        };
        const turned = [...ring.slice(turn % ring.length), ...ring.slice(0, turn % ring.length)];
        features.push({ code: codes[code], polygons: [[isReversed ? turned.reverse() : turned]], isUnsound });
      });
    });
    const incoming = features.map((one, feature) => ({ ...one, feature }));
    return { present, incoming, usedCodes: new Set(['U-1', ...present.map(({ code }) => code)]) };
  });

function fateOf(fate: string, shapes: Ring[], west: number, south: number, [dx, dy]: Point): Ring[] {
  switch (fate) {
    case 'drop':
      return [];
    case 'cut':
      return shapes.length === 1 ? triangles(west, south) : shapes.slice(0, 1);
    case 'corner':
      return shapes.map(([a, b, ...rest]) => [a!, [(a![0] + b![0]) / 2, (a![1] + b![1]) / 2], b!, ...rest]);
    case 'halve':
      return [rectangle(west, south, west + cell, south + cell / 2)];
    case 'merge':
      return shapes.length === 2 ? [square(west, south)] : [rectangle(west, south, west + 2 * cell, south + cell)];
    case 'shift':
      return shapes.map((ring) => ring.map(([x, y]): Point => [x + dx, y + dy]));
    case 'fill':
      return [square(west, south)];
    case 'twice':
      return [...shapes, ...shapes];
    default:
      return shapes;
  }
}

function square(west: number, south: number): Ring {
  return rectangle(west, south, west + cell, south + cell);
}

function rectangle(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function triangles(west: number, south: number): Ring[] {
  const [a, b, c, d] = square(west, south);
  return [
    [a!, b!, c!],
    [a!, c!, d!],
  ];
}

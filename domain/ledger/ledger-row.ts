import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import type { Region } from './find-overlaps.ts';
import { ledgerColumns, type LandPart, type LedgerColumn } from './land-parts.ts';
import { sharedWith } from './shared-area.ts';

/** The equation of a phase, or of the whole plan version; twice square millimetres of plane area. */
export interface LedgerRow {
  /** Null: the whole plan version. */
  readonly phase: string | null;
  readonly outline: number;
  /** What is booked here, by column. */
  readonly columns: Readonly<Record<LedgerColumn, { readonly twiceArea: number; readonly count: number }>>;
  /** Booked here, lies beyond the outline. */
  readonly outside: number;
  /** Booked in another phase, lies here. */
  readonly entered: number;
  /** Counted more than once. */
  readonly overlaps: number;
  /** Explained by no part. */
  readonly residual: number;
  /** outline − (Σ columns − outside + entered − overlaps + residual): 0 unless edges cross between whole millimetres. */
  readonly rounding: number;
}

export interface Territory extends Region {
  readonly phase: string | null;
}

/** The parts booked in a territory. */
export function bookedIn(parts: readonly LandPart[], { phase }: Territory): readonly LandPart[] {
  return phase === null ? parts : parts.filter((part) => part.phase === phase);
}

/** A row whose parts are proved to cover the territory once: every sum follows from the parts. */
export function balancedRow(territory: Territory, parts: readonly LandPart[]): LedgerRow {
  return rowOf(territory, parts, { outside: 0, entered: 0, overlaps: 0, residual: 0 });
}

/** A row measured by overlay of every part and every fault with the territory. */
export function measuredRow(
  territory: Territory,
  parts: readonly LandPart[],
  faults: { readonly again: readonly Region[]; readonly residuals: readonly Region[] },
): LedgerRow {
  const booked = bookedIn(parts, territory);
  const others = territory.phase === null ? [] : parts.filter((part) => part.phase !== territory.phase);
  const within = measureWithin(territory.polygons);
  const sum = (regions: readonly Region[]) => regions.reduce((total, region) => total + within(region), 0);
  return rowOf(territory, booked, {
    outside: booked.reduce((total, part) => total + part.twiceAreaSquareMillimetres - within(part), 0),
    entered: sum(others),
    overlaps: sum(faults.again),
    residual: sum(faults.residuals),
  });
}

/** The exact area of a region whose whole outline lies within; else the area of the outline that does. */
function measureWithin(territory: MultiPolygon): (region: Region) => number {
  const shared = sharedWith(territory);
  return ({ polygons, twiceAreaSquareMillimetres: exact }) => {
    const drawn = twiceAreaSquareMillimetres(polygons);
    const inside = shared({ polygons, twiceAreaSquareMillimetres: drawn });
    return inside === drawn && drawn > 0 ? exact : inside;
  };
}

type Terms = Pick<LedgerRow, 'outside' | 'entered' | 'overlaps' | 'residual'>;

function rowOf(territory: Territory, booked: readonly LandPart[], terms: Terms): LedgerRow {
  const columns = Object.fromEntries(
    ledgerColumns.map((column) => {
      const own = booked.filter((part) => part.column === column);
      const twiceArea = own.reduce((sum, part) => sum + part.twiceAreaSquareMillimetres, 0);
      return [column, { twiceArea, count: own.length }];
    }),
  ) as LedgerRow['columns'];
  const outline = territory.twiceAreaSquareMillimetres;
  const booking = ledgerColumns.reduce((sum, column) => sum + columns[column].twiceArea, 0);
  const explained = booking - terms.outside + terms.entered - terms.overlaps + terms.residual;
  return { phase: territory.phase, outline, columns, ...terms, rounding: outline - explained };
}

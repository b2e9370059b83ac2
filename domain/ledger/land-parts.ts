import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import type { LandAccount, PlanVersion, Zone } from '../park/schema.ts';
import type { Parcel } from '../parcel/schema.ts';

/** What an outline consists of. */
export const ledgerColumns = ['parcels', 'roads', 'green', 'water', 'utilities', 'rest'] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

export interface PartName {
  readonly kind: 'parcel' | 'zone';
  readonly code: string;
  /** The phase it is booked in; null in plans without phases. */
  readonly phase: string | null;
}

/** A piece of land that counts once in the ledger; its boundary is in millimetres of the park's grid. */
export interface LandPart extends PartName {
  readonly column: LedgerColumn;
  readonly polygons: MultiPolygon;
  readonly twiceAreaSquareMillimetres: number;
}

/** What a ledger is made of; boundaries in millimetres of the park's grid. */
export interface LedgerInput {
  readonly planVersion: string;
  readonly outline: MultiPolygon;
  /** The phases of the plan version; none for a plan without. */
  readonly phases: readonly { readonly code: string; readonly polygons: MultiPolygon }[];
  readonly parts: readonly LandPart[];
}

export interface Placed<Fields> {
  readonly fields: Fields;
  readonly polygons: MultiPolygon;
}

interface Plan {
  readonly version: Pick<PlanVersion, 'code'>;
  readonly zones: readonly Placed<Pick<Zone, 'code' | 'planVersion' | 'phase' | 'account'>>[];
  readonly parcels: readonly Placed<Pick<Parcel, 'code' | 'planVersion' | 'phase'>>[];
}

const columnOf: Readonly<Record<LandAccount, LedgerColumn>> = {
  parcel: 'parcels',
  road: 'roads',
  green: 'green',
  water: 'water',
  utility: 'utilities',
  rest: 'rest',
};

/**
 * The parts of a plan version that count: its parcels and its zones of other land. A block of land for parcels counts
 * itself only while no parcel of its phase is laid out (in a plan without phases: no parcel at all).
 */
export function landParts({ version, zones, parcels }: Plan): LandPart[] {
  const own = parcels.filter(({ fields }) => fields.planVersion === version.code);
  const laidOut = new Set(own.map(({ fields }) => fields.phase));
  const isLaidOut = (phase: string | null) => (phase === null ? own.length > 0 : laidOut.has(phase));
  const land = zones.filter(
    ({ fields }) => fields.planVersion === version.code && !(fields.account === 'parcel' && isLaidOut(fields.phase)),
  );
  return [
    ...own.map(({ fields, polygons }) => part('parcel', fields, 'parcels', polygons)),
    ...land.map(({ fields, polygons }) => part('zone', fields, columnOf[fields.account], polygons)),
  ];
}

function part(
  kind: PartName['kind'],
  { code, phase }: Pick<LandPart, 'code' | 'phase'>,
  column: LedgerColumn,
  polygons: MultiPolygon,
): LandPart {
  return { kind, code, column, phase, polygons, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(polygons) };
}

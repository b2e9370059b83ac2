import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import { gridEllipsoidAreaSquareMetres } from '../geometry/ellipsoid/grid-ellipsoid-area.ts';
import type { ParkGrid } from '../geometry/grid.ts';
import type { Parcel } from '../parcel/schema.ts';
import { areaOf, sumOf, type Area } from './area-kind.ts';
import {
  compareRegistered,
  usualTolerance,
  type AreaTolerance,
  type RegisteredDifference,
} from './compare-registered.ts';
import type { Placed } from './land-parts.ts';

/** A parcel in the three kinds of area; registered and its difference from the plane area where it is registered. */
export interface MeasuredParcel {
  readonly code: string;
  readonly phase: string;
  readonly plane: Area<'plane'>;
  readonly ellipsoid: Area<'ellipsoid'>;
  readonly register: { readonly area: Area<'registered'>; readonly difference: RegisteredDifference } | null;
}

export interface ParcelTotals {
  readonly count: number;
  readonly plane: Area<'plane'>;
  readonly ellipsoid: Area<'ellipsoid'>;
  /** Only of the parcels that are registered, with their plane area to compare. */
  readonly registered: { readonly count: number; readonly area: Area<'registered'>; readonly plane: Area<'plane'> };
}

type Registrable = Placed<Pick<Parcel, 'code' | 'phase' | 'registeredSquareMetres'>>;

/** Measures parcels given in millimetres of the grid: plane exactly, on the ellipsoid with edges straight on the plane. */
export function measureParcels(
  parcels: readonly Registrable[],
  grid: ParkGrid,
  tolerance: AreaTolerance = usualTolerance,
): MeasuredParcel[] {
  return parcels.map(({ fields: { code, phase, registeredSquareMetres }, polygons }) => {
    const plane: Area<'plane'> = { kind: 'plane', twiceSquareMillimetres: twiceAreaSquareMillimetres(polygons) };
    const ellipsoid = areaOf('ellipsoid', gridEllipsoidAreaSquareMetres(polygons, grid));
    if (registeredSquareMetres === null) return { code, phase, plane, ellipsoid, register: null };
    const area = areaOf('registered', registeredSquareMetres);
    return { code, phase, plane, ellipsoid, register: { area, difference: compareRegistered(area, plane, tolerance) } };
  });
}

/** The sums of measured parcels, each of one kind. */
export function totalsOf(parcels: readonly MeasuredParcel[]): ParcelTotals {
  const registered = parcels.flatMap(({ register, plane }) => (register ? [{ area: register.area, plane }] : []));
  return {
    count: parcels.length,
    plane: sumOf(
      'plane',
      parcels.map(({ plane }) => plane),
    ),
    ellipsoid: sumOf(
      'ellipsoid',
      parcels.map(({ ellipsoid }) => ellipsoid),
    ),
    registered: {
      count: registered.length,
      area: sumOf(
        'registered',
        registered.map(({ area }) => area),
      ),
      plane: sumOf(
        'plane',
        registered.map(({ plane }) => plane),
      ),
    },
  };
}

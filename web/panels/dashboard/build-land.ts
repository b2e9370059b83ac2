import type { ParcelStatus } from '../../../domain/parcel/schema.ts';
import type { CurvePoint } from '../../answers/course.ts';
import { statusColour } from '../../map/palette.ts';
import type { ChartData, ChartUnit } from './chart-data.ts';
import type { LandGoal } from './land-goal.ts';

interface Words {
  readonly head: string;
  readonly status: (status: ParcelStatus) => string;
}

/** From the bottom up: what can be had, so that it can be held against a target, what is gone, what is on its way. */
const order: readonly ParcelStatus[] = [
  'reserved',
  'available',
  'contracted',
  'construction',
  'production',
  'levelled',
  'acquired',
  'approved',
  'planned',
];

/** Parcels by status on the days of a curve; statuses that never occur are left out. */
export function buildLand(
  points: readonly CurvePoint[],
  goal: LandGoal | null,
  unit: ChartUnit,
  words: Words,
): ChartData {
  const used = order.filter((status) => points.some((point) => point.statuses[status].count > 0));
  return {
    head: words.head,
    labels: points.map(({ on }) => on),
    forecast: points.map(({ forecast }) => forecast),
    unit,
    goal: goal && { name: goal.name, value: goal.squareMetres },
    series: used.map((status) => ({
      key: status,
      name: words.status(status),
      colour: statusColour[status],
      values: points.map((point) => point.statuses[status].squareMetres),
    })),
  };
}

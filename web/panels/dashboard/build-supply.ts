import { addDays } from '../../../domain/day.ts';
import type { CurvePoint } from '../../answers/course.ts';
import { statusColour } from '../../map/palette.ts';
import type { ChartData, ChartUnit } from './chart-data.ts';
import type { LandGoal } from './land-goal.ts';

interface Words {
  readonly head: string;
  readonly free: string;
  readonly reserved: string;
}

/** Available land at the end of each month, free and reserved on top of one another. */
export function buildSupply(
  points: readonly CurvePoint[],
  goal: LandGoal | null,
  unit: ChartUnit,
  words: Words,
): ChartData {
  const ends = points.filter(({ on }) => addDays(on, 1).endsWith('-01'));
  const column = (name: 'free' | 'reserved') => ends.map(({ columns }) => columns[name].squareMetres);
  return {
    head: words.head,
    labels: ends.map(({ on }) => on),
    forecast: ends.map(({ forecast }) => forecast),
    unit,
    goal: goal && { name: goal.name, value: goal.squareMetres },
    series: [
      { key: 'reserved', name: words.reserved, colour: statusColour.reserved, values: column('reserved') },
      { key: 'free', name: words.free, colour: statusColour.available, values: column('free') },
    ],
  };
}

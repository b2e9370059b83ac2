import type { RoadLayer } from '../../../domain/road/schema.ts';
import type { RoadListed } from '../../answers.ts';
import { formatPercent } from '../../ui/format-number.ts';
import type { ChartData, ChartUnit } from './chart-data.ts';

interface Words {
  readonly head: string;
  readonly done: string;
  readonly expected: string;
  readonly left: string;
  readonly share: string;
  readonly road: (road: RoadListed) => string;
}

export interface RoadSum {
  readonly doneMetres: number;
  readonly expectedMetres: number;
  readonly lengthMetres: number;
}

/** Only roads on which the layer is done or planned somewhere; main roads first, as the server lists classes. */
export function roadsWith(roads: readonly RoadListed[], layer: RoadLayer): RoadListed[] {
  const ranks = { main: 0, secondary: 1, local: 2 };
  return roads
    .filter((road) => (progressOf(road, layer)?.intervals.length ?? 0) > 0)
    .sort((a, b) => ranks[a.class] - ranks[b.class] || (a.code < b.code ? -1 : 1));
}

/** How far a layer has come along each road: done, then what the plan adds by the day, then the rest of its length. */
export function buildRoads(
  roads: readonly RoadListed[],
  layer: RoadLayer,
  unit: ChartUnit,
  look: Words & { readonly colour: string },
): ChartData {
  const listed = roadsWith(roads, layer);
  const of = listed.map((road) => ({ ...road, ...(progressOf(road, layer) ?? { doneMetres: 0, expectedMetres: 0 }) }));
  const expected = of.map(({ doneMetres, expectedMetres }) => Math.max(0, expectedMetres - doneMetres));
  return {
    head: look.head,
    labels: listed.map(look.road),
    unit,
    ends: {
      name: look.share,
      texts: of.map(({ doneMetres, lengthMetres }) => `${formatPercent(doneMetres, lengthMetres, 0)}%`),
    },
    series: [
      { key: 'done', name: look.done, colour: look.colour, values: of.map(({ doneMetres }) => doneMetres) },
      ...(expected.some((metres) => metres > 0)
        ? [{ key: 'expected', name: look.expected, colour: look.colour, values: expected, isHatched: true }]
        : []),
      {
        key: 'left',
        name: look.left,
        colour: '#e9e2d2',
        values: of.map(({ lengthMetres, doneMetres, expectedMetres }) =>
          Math.max(0, lengthMetres - Math.max(doneMetres, expectedMetres)),
        ),
      },
    ],
  };
}

export function sumRoads(roads: readonly RoadListed[], layer: RoadLayer): RoadSum {
  const sum = { doneMetres: 0, expectedMetres: 0, lengthMetres: 0 };
  for (const road of roadsWith(roads, layer)) {
    const progress = progressOf(road, layer);
    sum.doneMetres += progress?.doneMetres ?? 0;
    sum.expectedMetres += progress?.expectedMetres ?? 0;
    sum.lengthMetres += road.lengthMetres;
  }
  return sum;
}

const progressOf = (road: RoadListed, layer: RoadLayer) => road.layers.find((one) => one.layer === layer);

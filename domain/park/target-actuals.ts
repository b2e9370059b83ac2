import { planInForce } from '../account/account.ts';
import { columnsOf } from '../account/columns-of.ts';
import { reachedOn, type AsOf } from '../day.ts';
import { parcelsOn } from '../parcel/parcels-on.ts';
import { parcelState } from '../parcel/parcel-state.ts';
import { layerProgress } from '../road/progress.ts';
import type { ParkFacts } from './facts.ts';
import type { Target, TargetMeasure } from './schema.ts';

export interface Actual {
  /** What counts: codes of parcels, roads, works or surveys. */
  readonly codes: readonly string[];
  /** Parcels that have left since the year before; they count against an increment. */
  readonly left: readonly string[];
  /** Land and surveys: the area, exact; null for what is counted by number. */
  readonly twiceAreaSquareMillimetres: number | null;
  /** Roads: how many metres of all layers and roads wanted are there; whole millimetres are kept. */
  readonly metres: { readonly done: number; readonly wanted: number } | null;
}

/** How far a target has come; `actual` null: nobody can compute it yet. */
export interface TargetActual {
  readonly target: Target;
  /** The day measured: the asked one, but no later than the end of the target's year. */
  readonly asOf: AsOf;
  readonly actual: Actual | null;
}

/**
 * The targets of a year against what follows from the facts as of a day. After the known day plans count as done (a
 * forecast); after the year its last day is measured. Increments count from the last day of the year before.
 */
export function targetActuals(facts: ParkFacts, year: number, { on, knownOn }: AsOf): TargetActual[] {
  const end = `${year}-12-31`;
  const asOf = { on: on < end ? on : end, knownOn };
  return facts.targets
    .filter((target) => target.year === year)
    .map((target) => ({ target, asOf, actual: target.measure && actualOf(facts, target.measure, { year, asOf }) }));
}

interface Moment {
  readonly year: number;
  readonly asOf: AsOf;
}

function actualOf(facts: ParkFacts, measure: TargetMeasure, { year, asOf }: Moment): Actual {
  switch (measure.kind) {
    case 'work': {
      const work = facts.works.get(measure.work);
      return { ...nothing, codes: work && reachedOn(work, asOf) !== null ? [work.code] : [] };
    }
    case 'land':
      return landActual(facts, measure, { year, asOf });
    case 'roads-finished':
      return roadsActual(facts, measure, asOf);
    case 'surveyed': {
      const day = asOf.on < asOf.knownOn ? asOf.on : asOf.knownOn;
      const surveys = facts.surveys.filter(({ surveyedOn }) => surveyedOn >= `${year}-01-01` && surveyedOn <= day);
      return { ...nothing, codes: surveys.map(({ code }) => code), twiceAreaSquareMillimetres: areaOf(surveys) };
    }
  }
}

const nothing: Actual = { codes: [], left: [], twiceAreaSquareMillimetres: null, metres: null };

type LandMeasure = Extract<TargetMeasure, { kind: 'land' }>;

function landActual(facts: ParkFacts, { column, isIncrement }: LandMeasure, { year, asOf }: Moment): Actual {
  const now = parcelsIn(facts, column, asOf);
  const lastYear = `${year - 1}-12-31`;
  const baseline = { on: lastYear < asOf.on ? lastYear : asOf.on, knownOn: asOf.knownOn };
  const before = isIncrement ? parcelsIn(facts, column, baseline) : [];
  const [was, is] = [new Set(before), new Set(now)];
  const came = now.filter((parcel) => !was.has(parcel));
  const left = before.filter((parcel) => !is.has(parcel));
  return {
    ...nothing,
    codes: came.map(({ code }) => code),
    left: left.map(({ code }) => code),
    twiceAreaSquareMillimetres: areaOf(came) - areaOf(left),
  };
}

function parcelsIn(facts: ParkFacts, column: LandMeasure['column'], asOf: AsOf) {
  const { code } = planInForce(facts, asOf.on);
  return parcelsOn(facts, asOf.on).filter(
    (parcel) => parcel.planVersion === code && columnsOf(facts, parcelState(facts, parcel, asOf)).includes(column),
  );
}

type RoadMeasure = Extract<TargetMeasure, { kind: 'roads-finished' }>;

function roadsActual(facts: ParkFacts, { roads, layers }: RoadMeasure, asOf: AsOf): Actual {
  const wanted = roads.flatMap((code) => facts.roads.get(code) ?? []);
  const courses = wanted.flatMap((road) => {
    const stretches = [...(facts.stretches.get(road.code)?.values() ?? [])];
    return layers.map((layer) => {
      const ofLayer = stretches.filter((stretch) => stretch.layer === layer);
      return { road, metres: layerProgress(road, ofLayer, layer, asOf).expectedMetres };
    });
  });
  const open = new Set(courses.filter(({ road, metres }) => metres < road.lengthMetres).map(({ road }) => road.code));
  return {
    ...nothing,
    codes: wanted.map(({ code }) => code).filter((code) => !open.has(code)),
    metres: {
      done: totalMetres(courses.map(({ metres }) => metres)),
      wanted: totalMetres(courses.map(({ road }) => road.lengthMetres)),
    },
  };
}

function totalMetres(lengths: readonly number[]): number {
  return lengths.reduce((sum, metres) => sum + Math.round(metres * 1000), 0) / 1000;
}

function areaOf(things: readonly { readonly twiceAreaSquareMillimetres: number }[]): number {
  return things.reduce((sum, { twiceAreaSquareMillimetres }) => sum + twiceAreaSquareMillimetres, 0);
}

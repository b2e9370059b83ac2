import type { Day } from '../day.ts';
import type { Change, ParkFacts } from '../park/facts.ts';
import { boundariesOf, boundaryOn } from '../parcel/parcels-on.ts';
import type { Boundary, Parcel, ParcelStatus } from '../parcel/schema.ts';
import { planInForce } from './account.ts';
import { AffectedParcels } from './affected-parcels.ts';
import { dayNumber } from './day-number.ts';
import { maskOf, statusOfMask } from './measures.ts';
import { parcelCourse } from './parcel-course.ts';
import { PlanSums, type AccountTotals } from './plan-sums.ts';
import { StepStore } from './step-store.ts';

interface Counted {
  readonly parcel: Parcel;
  readonly boundaries: readonly Boundary[];
}

/**
 * The land account of a park on any day in the eyes of one known day: the sums of `landAccount`, and of every status,
 * ready for any `on`. It holds the facts it was made of; after they changed it must be told by `apply` or `update`.
 */
export class AccountTable {
  readonly knownOn: Day;
  readonly #facts: ParkFacts;
  readonly #affected: AffectedParcels;
  readonly #places = new Map<string, number>();
  /** By place: what the sums hold of a parcel. */
  readonly #counted: (Counted | null)[] = [];
  readonly #steps: StepStore;
  readonly #plans: ReadonlyMap<string, PlanSums>;

  constructor(facts: ParkFacts, knownOn: Day) {
    this.knownOn = knownOn;
    this.#facts = facts;
    this.#affected = new AffectedParcels(facts);
    this.#steps = new StepStore(facts.parcels.size);
    this.#plans = new Map(facts.planVersions.map((version) => [version.code, new PlanSums(facts, version)]));
    this.update(facts.parcels.keys());
  }

  /** Area and number of every column and status per phase and in the park (last), of the plan in force on the day. */
  totals(on: Day): AccountTotals {
    const { code } = planInForce(this.#facts, on);
    return { planVersion: code, rows: this.#plan(code).totals(dayNumber(on)) };
  }

  /** The status on a day of a parcel of any plan version that is there then. */
  statusOn(code: string, on: Day): ParcelStatus {
    const mask = this.maskOn(code, on);
    if (mask === 0) throw new RangeError(`there is no parcel ${code} on ${on}`);
    return statusOfMask(mask);
  }

  /** The columns and the status of a parcel on a day as the bits of `maskOf`, whatever plan is in force; 0: it is not there. */
  maskOn(code: string, on: Day): number {
    const place = this.#places.get(code);
    const boundaries = place === undefined ? undefined : this.#counted[place]?.boundaries;
    return boundaries && boundaryOn(boundaries, on) ? this.#steps.maskOn(place!, dayNumber(on)) : 0;
  }

  /** The parcels whose standing these changes may move. */
  affectedBy(changes: readonly Change[]): ReadonlySet<string> {
    return this.#affected.of(changes);
  }

  /** Brings the table up to changes that the facts already hold. */
  apply(changes: readonly Change[]): void {
    if (changes.some(({ table }) => table === 'parcel')) this.#affected.renew();
    this.update(this.#affected.of(changes));
  }

  /** Reads the facts of these parcels again. */
  update(codes: Iterable<string>): void {
    for (const code of codes) {
      const place = this.#placeOf(code);
      const counted = this.#counted[place];
      if (counted) this.#count(counted, -1, place);
      const parcel = this.#facts.parcels.get(code);
      if (!counted && !parcel) throw new RangeError(`there is no parcel ${code}`);
      this.#counted[place] = parcel ? this.#renew(parcel, place) : null;
    }
  }

  #renew(parcel: Parcel, place: number): Counted {
    const steps: (readonly [number, number])[] = [];
    for (const step of parcelCourse(this.#facts, parcel, this.knownOn).steps) {
      const mask = maskOf(this.#facts, step);
      if (mask !== steps.at(-1)?.[1]) steps.push([dayNumber(step.from), mask]);
    }
    this.#steps.put(place, steps);
    const counted = { parcel, boundaries: [...boundariesOf(this.#facts, parcel.code)] };
    this.#count(counted, 1, place);
    return counted;
  }

  #count({ parcel: { planVersion, phase }, boundaries }: Counted, sign: 1 | -1, place: number): void {
    const plan = this.#plan(planVersion);
    for (const { fromOn, untilOn, twiceAreaSquareMillimetres } of boundaries) {
      const from = fromOn === null ? -Infinity : dayNumber(fromOn);
      const until = untilOn === null ? Infinity : dayNumber(untilOn);
      let held = 0;
      const move = (day: number, mask: number) => {
        if (mask !== held) plan.move(day, phase, { before: held, mask, sign, twiceAreaSquareMillimetres });
        held = mask;
      };
      if (fromOn !== null) move(from, this.#steps.maskOn(place, from));
      this.#steps.each(place, (day, _before, mask) => {
        if (day >= from && day < until) move(day, mask);
      });
      if (untilOn !== null) move(until, 0);
    }
  }

  #plan(code: string): PlanSums {
    const plan = this.#plans.get(code);
    if (!plan) throw new RangeError(`there is no plan version ${code}`);
    return plan;
  }

  #placeOf(code: string): number {
    const place = this.#places.get(code) ?? this.#places.size;
    this.#places.set(code, place);
    return place;
  }
}

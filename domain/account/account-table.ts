import type { Day } from '../day.ts';
import type { Change, ParkFacts } from '../park/facts.ts';
import type { Parcel, ParcelStatus } from '../parcel/schema.ts';
import { planInForce } from './account.ts';
import { AffectedParcels } from './affected-parcels.ts';
import { dayNumber } from './day-number.ts';
import { maskOf, statusOfMask } from './measures.ts';
import { parcelCourse } from './parcel-course.ts';
import { PlanSums, type AccountTotals } from './plan-sums.ts';
import { StepStore } from './step-store.ts';

/**
 * The land account of a park on any day in the eyes of one known day: the sums of `landAccount`, and of every status,
 * ready for any `on`. It holds the facts it was made of; after they changed it must be told by `apply` or `update`.
 */
export class AccountTable {
  readonly knownOn: Day;
  readonly #facts: ParkFacts;
  readonly #affected: AffectedParcels;
  readonly #places = new Map<string, number>();
  readonly #steps: StepStore;
  readonly #plans: ReadonlyMap<string, PlanSums>;

  constructor(facts: ParkFacts, knownOn: Day) {
    this.knownOn = knownOn;
    this.#facts = facts;
    this.#affected = new AffectedParcels(facts);
    this.#steps = new StepStore(facts.parcels.size);
    this.#plans = new Map(facts.planVersions.map((version) => [version.code, new PlanSums(facts, version)]));
    for (const parcel of facts.parcels.values()) {
      this.#places.set(parcel.code, this.#places.size);
      this.#count(parcel, 1, this.#renew(parcel));
    }
  }

  /** Area and number of every column and status per phase and in the park (last), of the plan in force on the day. */
  totals(on: Day): AccountTotals {
    const { code } = planInForce(this.#facts, on);
    return { planVersion: code, rows: this.#plan(code).totals(dayNumber(on)) };
  }

  /** The status of a parcel of any plan version on a day. */
  statusOn(code: string, on: Day): ParcelStatus {
    return statusOfMask(this.maskOn(code, on));
  }

  /** The columns and the status of a parcel on a day as the bits of `maskOf`, whatever plan is in force. */
  maskOn(code: string, on: Day): number {
    return this.#steps.maskOn(this.#place(code), dayNumber(on));
  }

  /** The parcels whose standing these changes may move. */
  affectedBy(changes: readonly Change[]): ReadonlySet<string> {
    return this.#affected.of(changes);
  }

  /** Brings the table up to changes that the facts already hold. */
  apply(changes: readonly Change[]): void {
    this.update(this.#affected.of(changes));
  }

  /** Reads the facts of these parcels again. */
  update(codes: Iterable<string>): void {
    for (const code of codes) {
      const parcel = this.#facts.parcels.get(code);
      if (!parcel) throw new RangeError(`there is no parcel ${code}`);
      const place = this.#place(code);
      this.#count(parcel, -1, place);
      this.#count(parcel, 1, this.#renew(parcel));
    }
  }

  #renew(parcel: Parcel): number {
    const place = this.#place(parcel.code);
    const steps: (readonly [number, number])[] = [];
    for (const step of parcelCourse(this.#facts, parcel, this.knownOn).steps) {
      const mask = maskOf(this.#facts, step);
      if (mask !== steps.at(-1)?.[1]) steps.push([dayNumber(step.from), mask]);
    }
    this.#steps.put(place, steps);
    return place;
  }

  #count(parcel: Parcel, sign: 1 | -1, place: number): void {
    const plan = this.#plan(parcel.planVersion);
    const { phase, twiceAreaSquareMillimetres } = parcel;
    this.#steps.each(place, (day, before, mask) =>
      plan.move(day, phase, { before, mask, sign, twiceAreaSquareMillimetres }),
    );
  }

  #plan(code: string): PlanSums {
    const plan = this.#plans.get(code);
    if (!plan) throw new RangeError(`there is no plan version ${code}`);
    return plan;
  }

  #place(code: string): number {
    const place = this.#places.get(code);
    if (place === undefined) throw new RangeError(`there is no parcel ${code}`);
    return place;
  }
}

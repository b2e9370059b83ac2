import { addDays, type AsOf, type Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { PlanVersion } from '../park/schema.ts';
import { boundariesOf, boundaryOn } from '../parcel/parcels-on.ts';
import type { Parcel } from '../parcel/schema.ts';
import { planInForce } from './account.ts';
import type { AccountTable } from './account-table.ts';
import { parcelColumns, type AccountColumn, type ParcelColumn } from './columns.ts';
import { zoneColumns } from './columns-of.ts';
import { findCause, type Cause } from './find-cause.ts';
import { isInColumn } from './measures.ts';
import { parcelCourse, type ParcelCourse } from './parcel-course.ts';

/** A parcel or zone that came into a column between two days (`isIn`), or left it. */
export interface Moved {
  readonly kind: 'parcel' | 'zone';
  readonly code: string;
  readonly phase: string | null;
  readonly isIn: boolean;
  readonly twiceAreaSquareMillimetres: number;
  readonly cause: Cause;
}

export interface Sight {
  readonly asOf: AsOf;
  readonly table: AccountTable;
}

interface Plans {
  readonly before: PlanVersion;
  readonly after: PlanVersion;
}

/** Everything that is in a column on one of two days only, by column, and what moved it. */
export function findMoves(facts: ParkFacts, a: Sight, b: Sight): ReadonlyMap<AccountColumn, readonly Moved[]> {
  const plans = { before: planInForce(facts, a.asOf.on), after: planInForce(facts, b.asOf.on) };
  const moves = new Map<AccountColumn, Moved[]>();
  const add = (column: AccountColumn, moved: Moved) => {
    const list = moves.get(column);
    if (list) list.push(moved);
    else moves.set(column, [moved]);
  };
  for (const parcel of facts.parcels.values()) {
    const was = parcel.planVersion === plans.before.code ? a.table.maskOn(parcel.code, a.asOf.on) : 0;
    const is = parcel.planVersion === plans.after.code ? b.table.maskOn(parcel.code, b.asOf.on) : 0;
    const turn = landTurn(facts, parcel.code, a.asOf.on, b.asOf.on);
    if (was === is && turn.on === null) continue;
    const { code, phase } = parcel;
    const course = parcelCourse(facts, parcel, b.asOf.knownOn);
    for (const column of parcelColumns) {
      const [wasIn, isIn] = [isInColumn(was, column), isInColumn(is, column)];
      if (wasIn === isIn && !(isIn && turn.on !== null)) continue;
      const isOfLand = turn.on !== null && (wasIn === isIn || turn.before === 0 || turn.after === 0);
      const cause: Cause = isOfLand
        ? { kind: 'boundary', on: turn.on }
        : causeOfMove(facts, course, column, { a, b, plans });
      const moved = { kind: 'parcel', code, phase, cause } as const;
      if (wasIn) add(column, { ...moved, isIn: false, twiceAreaSquareMillimetres: turn.before });
      if (isIn) add(column, { ...moved, isIn: true, twiceAreaSquareMillimetres: turn.after });
    }
  }
  if (plans.before === plans.after) return moves;
  for (const [version, isIn] of [[plans.before, false] as const, [plans.after, true] as const]) {
    const cause = inForceFrom(isIn ? version : successorOf(facts, version.code));
    for (const [{ code, phase, twiceAreaSquareMillimetres }, column] of zoneColumns(facts, version)) {
      if (column) add(column, { kind: 'zone', code, phase, isIn, twiceAreaSquareMillimetres, cause });
    }
  }
  return moves;
}

interface LandTurn {
  /** Twice the areas in square millimetres on the two days; 0: the parcel is not there. */
  readonly before: number;
  readonly after: number;
  /** The last day between them from which another boundary holds, or none; null when it is the same on both. */
  readonly on: Day | null;
}

function landTurn(facts: ParkFacts, code: string, before: Day, after: Day): LandTurn {
  const was = boundaryOn(boundariesOf(facts, code), before);
  const is = boundaryOn(boundariesOf(facts, code), after);
  const areas = { before: was?.twiceAreaSquareMillimetres ?? 0, after: is?.twiceAreaSquareMillimetres ?? 0 };
  if (was?.id === is?.id) return { ...areas, on: null };
  const days = [...boundariesOf(facts, code)]
    .flatMap(({ fromOn, untilOn }) => [fromOn, untilOn])
    .filter((day) => day !== null);
  return { ...areas, on: days.filter((day) => day > before && day <= after).reduce(later, before) };
}

function causeOfMove(
  facts: ParkFacts,
  course: ParcelCourse,
  column: ParcelColumn,
  { a, b, plans }: { readonly a: Sight; readonly b: Sight; readonly plans: Plans },
): Cause {
  const within = { after: a.asOf.on, to: b.asOf.on };
  const { parcel, knownOn } = course;
  if (plans.before === plans.after) {
    return findCause(facts, course, column, within) ?? { kind: 'knowledge', on: knownOn };
  }
  if (parcel.planVersion === plans.after.code) {
    const after = later(within.after, plans.after.inForceFrom);
    return findCause(facts, course, column, { ...within, after }) ?? inForceFrom(plans.after);
  }
  return causeOfLeaving(facts, parcel, column, { a, b, course });
}

function causeOfLeaving(
  facts: ParkFacts,
  parcel: Parcel,
  column: ParcelColumn,
  { a, b, course }: { readonly a: Sight; readonly b: Sight; readonly course: ParcelCourse },
): Cause {
  const successor = successorOf(facts, parcel.planVersion);
  const lastOn = addDays(successor.inForceFrom, -1);
  if (isInColumn(b.table.maskOn(parcel.code, lastOn), column)) return inForceFrom(successor);
  const span = { after: a.asOf.on, to: lastOn };
  return findCause(facts, course, column, span) ?? { kind: 'knowledge', on: course.knownOn };
}

function successorOf(facts: ParkFacts, planVersion: string): PlanVersion {
  const successor = facts.planVersions[facts.planVersions.findIndex(({ code }) => code === planVersion) + 1];
  if (!successor) throw new Error(`plan version ${planVersion} has no successor`);
  return successor;
}

function inForceFrom({ code, inForceFrom: on }: PlanVersion): Cause {
  return { kind: 'plan-version', planVersion: code, on };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

import { accountColumns } from '../../domain/account/account.ts';
import { curveDays } from '../../domain/account/curve-days.ts';
import { forecastCurve } from '../../domain/account/forecast-curve.ts';
import { parcelStatuses } from '../../domain/parcel/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { Problem } from '../http/problem.ts';
import type { ParkMemory } from '../park-memory.ts';
import { amountsOf, basisOf } from './queries.ts';
import type { Span } from './read-span.ts';

const mostPoints = 600;

/** The account over time; throws input.invalid for a phase that is not there and for more than 600 points. */
export function curveOf(memory: ParkMemory, span: Span, phase: string | null) {
  const { facts } = memory;
  const { from, to, knownOn } = span;
  if (phase !== null && !facts.phases.some(({ code }) => code === phase)) {
    throw new Problem(refuse('input.invalid', 'phase', { phase }));
  }
  const points = curveDays(from, to, knownOn).length;
  if (points > mostPoints) throw new Problem(refuse('input.invalid', 'to', { from, to, points, mostPoints }));
  return {
    seq: facts.seq,
    known: knownOn,
    phase,
    ...basisOf(facts),
    points: forecastCurve(facts, span, phase, (known) => memory.accountTable(known)).map(
      ({ columns, statuses, ...point }) => ({
        ...point,
        columns: amountsOf(accountColumns, columns),
        statuses: amountsOf(parcelStatuses, statuses),
      }),
    ),
  };
}

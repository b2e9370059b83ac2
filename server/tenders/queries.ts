import { and, asc, eq, lte } from 'drizzle-orm';
import type { Day } from '../../domain/day.ts';
import { factColumns } from '../database/columns.ts';
import type { Queries } from '../database/connect.ts';
import { fund, milestone, payment, section, target } from '../database/schema.ts';

export function listSections(queries: Queries, parkId: number) {
  return queries
    .select(factColumns(section))
    .from(section)
    .where(eq(section.parkId, parkId))
    .orderBy(asc(section.code));
}

export function listPayments(queries: Queries, parkId: number, until: Day | null) {
  return queries
    .select(factColumns(payment))
    .from(payment)
    .where(and(eq(payment.parkId, parkId), until === null ? undefined : lte(payment.on, until)))
    .orderBy(asc(payment.on), asc(payment.id));
}

export function listMilestones(queries: Queries, parkId: number) {
  return queries
    .select(factColumns(milestone))
    .from(milestone)
    .where(eq(milestone.parkId, parkId))
    .orderBy(asc(milestone.on), asc(milestone.code));
}

export function listTargets(queries: Queries, parkId: number, year: number | null) {
  return queries
    .select(factColumns(target))
    .from(target)
    .where(and(eq(target.parkId, parkId), year === null ? undefined : eq(target.year, year)))
    .orderBy(asc(target.code));
}

export function listFunds(queries: Queries, parkId: number, year: number | null) {
  return queries
    .select(factColumns(fund))
    .from(fund)
    .where(and(eq(fund.parkId, parkId), year === null ? undefined : eq(fund.year, year)))
    .orderBy(asc(fund.code));
}

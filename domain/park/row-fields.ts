import type { Claim, Project } from '../project/schema.ts';
import type { Stretch } from '../road/schema.ts';
import type { Change } from './facts.ts';

export type FieldValue = string | number | null;
/** The fields of a row that people fill in; a project counts by the stage a command adds. */
export type RowFields = Readonly<Record<string, FieldValue>>;

export const noFields: RowFields = {};

const shown = {
  parcel: ['landUse', 'phase'],
  boundary: ['fromOn', 'untilOn'],
  gate: ['doneOn', 'plannedOn', 'document'],
  stretch: ['side', 'fromMetres', 'toMetres', 'doneOn', 'plannedOn'],
  work: ['doneOn', 'plannedOn'],
  claim: ['project', 'kind', 'fromOn', 'untilOn', 'startBy', 'finishBy'],
} as const satisfies Record<Exclude<Change['table'], 'project'>, readonly string[]>;

/**
 * What people see of a row, compared with how it was before. A claim taken away ends on the day it began; of a
 * project the latest stage that was not there before is seen.
 */
export function rowFields(
  table: Change['table'],
  row: NonNullable<Change['after']> | null,
  before: Change['before'],
): RowFields {
  if (table === 'project') return stageFields(row as Project | null, before as Project | null);
  if (table === 'claim' && row === null) return endedClaim(before as Claim | null);
  if (row === null) return noFields;
  const values = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(shown[table].map((field) => [field, plain(values[field])]));
}

/** Whether two stretches of one layer say the same kind of thing about a part of the road they share. */
export function isSamePlace(mine: Stretch, theirs: Stretch): boolean {
  const isSameLayer = mine.road === theirs.road && mine.layer === theirs.layer;
  const sharesSide = mine.side === theirs.side || mine.side === 'full' || theirs.side === 'full';
  const overlaps = mine.fromMetres < theirs.toMetres && theirs.fromMetres < mine.toMetres;
  return isSameLayer && sharesSide && overlaps && (mine.doneOn === null) === (theirs.doneOn === null);
}

function endedClaim(claim: Claim | null): RowFields {
  return claim ? { ...rowFields('claim', claim, null), untilOn: claim.fromOn } : noFields;
}

function stageFields(project: Project | null, before: Project | null): RowFields {
  const stages = project?.stages ?? [];
  const isOld = ({ stage, on }: Project['stages'][number]) =>
    before?.stages.some((old) => old.stage === stage && old.on === on) ?? false;
  const entry = stages.filter((one) => !isOld(one)).at(-1) ?? stages.at(-1);
  return entry ? { stage: entry.stage, on: entry.on } : noFields;
}

function plain(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

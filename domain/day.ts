/** A calendar day as `YYYY-MM-DD`; days compare correctly as strings. */
export type Day = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a real day between 1900 and 2199, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** The day `count` days after `day` (before it when negative). */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/**
 * The day a question is asked for, and the last day whose facts are known.
 * On or before `knownOn` only what was done counts; after it, what is planned counts as done (a forecast).
 */
export interface AsOf {
  on: Day;
  knownOn: Day;
}

/** Something that is planned for a day and, one day, done. */
export interface Dated {
  plannedOn: Day | null;
  doneOn: Day | null;
}

/** The day by which a dated fact counts as reached in the eyes of `asOf`, or null when it does not. */
export function reachedOn(fact: Dated, asOf: AsOf): Day | null {
  const from = countsFrom(fact, asOf.knownOn);
  return from !== null && from <= asOf.on ? expectedOn(fact, asOf.knownOn) : null;
}

/**
 * The first day on which a dated fact counts as reached, null for never. What was planned for a known day and is not
 * done counts from the first day that is not known.
 */
export function countsFrom(fact: Dated, knownOn: Day): Day | null {
  const day = expectedOn(fact, knownOn);
  const isLate = day !== null && day <= knownOn && !isKnownDone(fact, knownOn);
  return isLate ? addDays(knownOn, 1) : day;
}

/** Whether a fact was done on or before the known day. */
export function isKnownDone(fact: Dated, knownOn: Day): boolean {
  return fact.doneOn !== null && fact.doneOn <= knownOn;
}

/** The day a fact was done as known on `knownOn`, else the day it is planned for, else null. */
export function expectedOn(fact: Dated, knownOn: Day): Day | null {
  return isKnownDone(fact, knownOn) ? fact.doneOn : fact.plannedOn;
}

import { api, read } from '../api.ts';
import type { Actor, HistoryAnswer, HistoryFilter, SpotAnswer } from '../answers/history.ts';

interface Reading {
  park: string;
  signal: AbortSignal;
}

const one = api.parks[':park'];

/** A page of the log, newest first; before an event when one is given. */
export function readHistory(
  { park, signal }: Reading,
  filter: Partial<HistoryFilter>,
  before: number | null = null,
): Promise<HistoryAnswer> {
  const { subject, command, actor, from, to } = filter;
  const query = {
    ...(subject ? { subject } : {}),
    ...(command ? { command } : {}),
    ...(actor ? { actor } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(before === null ? {} : { before: String(before) }),
  };
  return read(one.history.$get({ param: { park }, query }, { init: { signal } }));
}

/** Everybody who ever recorded anything in the park. */
export const readActors = ({ park, signal }: Reading): Promise<{ actors: readonly Actor[] }> =>
  read(one.history.actors.$get({ param: { park } }, { init: { signal } }));

/** Everything that is, was or is planned at a point. */
export const readSpot = ({ park, signal }: Reading, lon: number, lat: number): Promise<SpotAnswer> =>
  read(one.spot.$get({ param: { park }, query: { lon: lon.toFixed(9), lat: lat.toFixed(9) } }, { init: { signal } }));

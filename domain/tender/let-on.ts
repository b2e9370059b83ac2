import type { Day } from '../day.ts';
import type { Section } from './schema.ts';

/** The day a section was let: its tender, else its contract. Null when nothing says: then it counts always. */
export function letOn({ tender, contract }: Section): Day | null {
  return tender?.on ?? contract?.on ?? null;
}

import type { CommandName } from '../../domain/access/roles.ts';
import type { Day } from '../../domain/day.ts';
import type { Document } from '../../domain/document/schema.ts';
import type { SpotEntry } from '../../domain/park/spot-course.ts';
import type { SpotFinds } from '../../domain/park/spot.ts';
import type { EventAnswer } from '../answers.ts';

export interface HistoryAnswer {
  events: readonly EventAnswer[];
  /** The photos and papers of these events. */
  documents: readonly Document[];
  hasEarlier: boolean;
}

/** What to look for in the log; null does not matter. */
export interface HistoryFilter {
  subject: string | null;
  command: CommandName | null;
  /** Id of a person, or a name where there is no id. */
  actor: string | null;
  from: Day | null;
  to: Day | null;
}

export interface Actor {
  id: string | null;
  name: string;
}

export interface SpotAnswer extends SpotFinds {
  seq: number;
  eastMetres: number | null;
  northMetres: number | null;
  zones: readonly {
    code: string;
    standard: string;
    landUse: string;
    name: string | null;
    phase: string | null;
  }[];
  course: readonly SpotEntry[];
  photos: readonly { document: Document; distanceMetres: number }[];
  events: readonly EventAnswer[];
  documents: readonly Document[];
  hasEarlier: boolean;
}

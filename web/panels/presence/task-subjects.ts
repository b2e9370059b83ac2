import { landSubject } from '../../../domain/park/facts.ts';
import type { Task } from '../../state/task.ts';

/** The things a form is about; `picked` are the parcels chosen in it. */
export function taskSubjects(task: Task, picked: readonly string[]): string[] {
  switch (task.kind) {
    case 'choose':
    case 'import-land':
      return [];
    case 'record-stretch':
      return [`road:${task.road}`];
    case 'record-work':
      return [`work:${task.work}`];
    case 'split-parcel':
      return [`parcel:${task.parcel}`];
    case 'record-stage':
      return [`project:${task.project}`];
    case 'undo':
      return task.event.subjects.filter((subject) => subject !== landSubject);
    case 'assign-parcels':
    case 'release-parcels':
    case 'record-gate':
      return picked.map((parcel) => `parcel:${parcel}`);
  }
}

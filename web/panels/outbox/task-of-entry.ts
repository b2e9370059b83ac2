import type { OutboxEntry } from '../../state/outbox/entry.ts';
import type { StretchDraft, Task } from '../../state/task.ts';

type GateTask = Extract<Task, { kind: 'record-gate' }>;
type AssignTask = Extract<Task, { kind: 'assign-parcels' }>;
type StageTask = Extract<Task, { kind: 'record-stage' }>;

/** The form an order came from, as it was begun; null for one whose form needs more than the order says. */
export function taskOfEntry({ command, input }: Pick<OutboxEntry, 'command' | 'input'>, basedOn: number): Task | null {
  const values = input as {
    parcels: string[];
    gate: NonNullable<GateTask['gate']>;
    road: string;
    work: string;
    project: string;
    kind: NonNullable<AssignTask['as']>;
    stage: NonNullable<StageTask['stage']>;
  } & StretchDraft;
  const { parcels, gate, road, work, project, kind, stage, layer, side, fromMetres, toMetres } = values;
  switch (command) {
    case 'record-gate':
    case 'plan-gate':
      return { kind: 'record-gate', parcels, gate, basedOn };
    case 'record-stretch':
      return { kind: command, road, draft: { layer, side, fromMetres, toMetres }, basedOn };
    case 'record-work':
      return { kind: command, work, basedOn };
    case 'assign-parcels':
      return { kind: command, parcels, project, as: kind, basedOn };
    case 'release-parcels':
      return { kind: command, parcels, basedOn };
    case 'record-stage':
      return { kind: command, project, stage, basedOn };
    case 'import-land':
    case 'split-parcel':
    case 'undo':
      return null;
  }
}

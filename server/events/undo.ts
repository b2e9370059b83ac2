import { mayUndo } from '../../domain/access/can.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { undoEvent, undoSchema, undoSubjects } from '../../domain/park/undo-event.ts';
import type { Command } from '../command.ts';

export const undoCommand: Command<typeof undoSchema> = {
  name: 'undo',
  summary: 'Take back an event of the log',
  input: undoSchema,
  decide: async (facts, input, { eventBySeq, eventsOn, roles }) => {
    const event = await eventBySeq(input.seq);
    if (!event) return refuse('event.unknown', 'seq', { seq: input.seq });
    if (!mayUndo(roles, event.command)) return refuse('access.not-allowed', 'seq', { act: event.command });
    if (event.undoes !== null) return refuse('undo.not-undoable', 'seq', { seq: event.seq, undoes: event.undoes });
    const later = await eventsOn(undoSubjects(facts, event), event.seq);
    const decision = undoEvent(facts, event, { undoneBy: event.undoneBy, later }, input);
    return isRefusal(decision) ? decision : { ...decision, undoes: event.seq };
  },
};

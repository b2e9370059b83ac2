import { isRefusal, refuse } from '../../domain/refusals.ts';
import { undoEvent, undoSchema } from '../../domain/park/undo-event.ts';
import type { Command } from '../command.ts';

export const undoCommand: Command<typeof undoSchema> = {
  name: 'undo',
  summary: 'Take back an event of the log',
  input: undoSchema,
  decide: async (facts, input, { eventBySeq }) => {
    const event = await eventBySeq(input.seq);
    if (!event) return refuse('event.unknown', 'seq', { seq: input.seq });
    if (event.undoes !== null) return refuse('undo.not-undoable', 'seq', { seq: event.seq, undoes: event.undoes });
    const decision = undoEvent(facts, event, event.undoneBy, input);
    return isRefusal(decision) ? decision : { ...decision, undoes: event.seq };
  },
};

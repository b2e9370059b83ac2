import { recordWork } from '../../domain/work/record-work.ts';
import { recordWorkSchema } from '../../domain/work/schema.ts';
import type { Command } from '../command.ts';

export const recordWorkCommand: Command<typeof recordWorkSchema> = {
  name: 'record-work',
  summary: 'Record or plan the day on which a work is done',
  input: recordWorkSchema,
  decide: recordWork,
};

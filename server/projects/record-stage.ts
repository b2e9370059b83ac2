import { recordStage } from '../../domain/project/record-stage.ts';
import { recordStageSchema } from '../../domain/project/schema.ts';
import type { Command } from '../command.ts';

export const recordStageCommand: Command<typeof recordStageSchema> = {
  name: 'record-stage',
  summary: 'Record the stage a project has reached',
  input: recordStageSchema,
  decide: recordStage,
};

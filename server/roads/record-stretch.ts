import { recordStretch } from '../../domain/road/record-stretch.ts';
import { recordStretchSchema } from '../../domain/road/schema.ts';
import type { Command } from '../command.ts';

export const recordStretchCommand: Command<typeof recordStretchSchema> = {
  name: 'record-stretch',
  summary: 'Record or plan a layer of a road between two chainages',
  input: recordStretchSchema,
  decide: recordStretch,
};

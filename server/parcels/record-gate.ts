import { recordGate } from '../../domain/parcel/record-gate.ts';
import { recordGateSchema } from '../../domain/parcel/schema.ts';
import type { Command } from '../command.ts';

export const recordGateCommand: Command<typeof recordGateSchema> = {
  name: 'record-gate',
  summary: 'Record the day on which parcels passed a gate',
  input: recordGateSchema,
  decide: recordGate,
};

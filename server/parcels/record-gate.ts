import { recordGate } from '../../domain/parcel/record-gate.ts';
import { recordGateSchema } from '../../domain/parcel/schema.ts';
import type { Command } from '../command.ts';
import { byParcel } from './by-parcel.ts';

export const recordGateCommand: Command<typeof recordGateSchema> = {
  name: 'record-gate',
  summary: 'Record the day on which parcels passed a gate',
  input: recordGateSchema,
  byParcel: byParcel(),
  decide: recordGate,
};

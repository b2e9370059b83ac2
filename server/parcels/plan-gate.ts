import { planGate } from '../../domain/parcel/plan-gate.ts';
import { planGateSchema } from '../../domain/parcel/schema.ts';
import type { Command } from '../command.ts';
import { byParcel } from './by-parcel.ts';

export const planGateCommand: Command<typeof planGateSchema> = {
  name: 'plan-gate',
  summary: 'Plan the day on which parcels shall pass a gate',
  input: planGateSchema,
  byParcel: byParcel(),
  decide: planGate,
};

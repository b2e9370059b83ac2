import { assignParcels } from '../../domain/project/assign-parcels.ts';
import { assignParcelsSchema } from '../../domain/project/schema.ts';
import type { Command } from '../command.ts';
import { byParcel } from '../parcels/by-parcel.ts';

export const assignParcelsCommand: Command<typeof assignParcelsSchema> = {
  name: 'assign-parcels',
  summary: 'Give parcels to a project as hold, reservation or contract',
  input: assignParcelsSchema,
  byParcel: byParcel(),
  decide: assignParcels,
};

import { assignParcels } from '../../domain/project/assign-parcels.ts';
import { assignParcelsSchema } from '../../domain/project/schema.ts';
import type { Command } from '../command.ts';

export const assignParcelsCommand: Command<typeof assignParcelsSchema> = {
  name: 'assign-parcels',
  summary: 'Give parcels to a project as hold, reservation or contract',
  input: assignParcelsSchema,
  decide: assignParcels,
};

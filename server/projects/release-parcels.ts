import { releaseParcels } from '../../domain/project/release-parcels.ts';
import { releaseParcelsSchema } from '../../domain/project/schema.ts';
import type { Command } from '../command.ts';
import { byParcel } from '../parcels/by-parcel.ts';

export const releaseParcelsCommand: Command<typeof releaseParcelsSchema> = {
  name: 'release-parcels',
  summary: 'End the live claims on parcels',
  input: releaseParcelsSchema,
  byParcel: byParcel(),
  decide: releaseParcels,
};

import type { ReleaseParcels } from '../../domain/project/schema.ts';
import { defineOperation } from './operation.ts';

export const releaseParcels = defineOperation<ReleaseParcels>('release-parcels', 'r');

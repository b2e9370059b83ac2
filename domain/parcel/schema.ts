import { z } from 'zod';
import { daySchema } from '../day-schema.ts';
import { gates, parcelStatuses } from './gates.ts';

export * from './gates.ts';

export const gateSchema = z.enum(gates);
export const parcelStatusSchema = z.enum(parcelStatuses);

export const gateRecordSchema = z.object({
  parcel: z.string(),
  gate: gateSchema,
  plannedOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
  document: z.string().max(200).nullable(),
});
export type GateRecord = z.infer<typeof gateRecordSchema>;

export const sideSchema = z.enum(['left', 'right', 'full']);
export type Side = z.infer<typeof sideSchema>;

/** The stretch of road a parcel opens to. */
export const accessSchema = z.object({
  road: z.string(),
  fromMetres: z.number(),
  toMetres: z.number(),
  side: z.enum(['left', 'right']),
});
export type Access = z.infer<typeof accessSchema>;

export const parcelSchema = z.object({
  code: z.string(),
  planVersion: z.string(),
  standard: z.string(),
  landUse: z.string(),
  phase: z.string(),
  farMin: z.number().nullable(),
  farMax: z.number().nullable(),
  coverageMinPercent: z.number().nullable(),
  greenMaxPercent: z.number().nullable(),
  heightMaxMetres: z.number().nullable(),
  /** The area in the land register, when the parcel is registered. */
  registeredSquareMetres: z.number().positive().nullable().default(null),
  access: accessSchema,
});

export type ParcelRow = z.infer<typeof parcelSchema>;

/** A parcel with its exact plane area: twice the area in square millimetres is an integer. */
export type Parcel = ParcelRow & { readonly twiceAreaSquareMillimetres: number };

/** A boundary of a parcel and the days it holds: `fromOn <= day < untilOn`; null: since ever, or until further notice. */
export const boundarySchema = z.object({
  id: z.string(),
  parcel: z.string(),
  fromOn: daySchema.nullable(),
  untilOn: daySchema.nullable(),
  twiceAreaSquareMillimetres: z.number().int().positive(),
});
export type Boundary = z.infer<typeof boundarySchema>;

/** The parcels a command is about; as many as fit into one request with codes of common length. */
export const parcelCodesSchema = z.array(z.string().min(1).max(40)).min(1).max(2000);

export const recordGateSchema = z.object({
  parcels: parcelCodesSchema,
  gate: gateSchema,
  doneOn: daySchema,
  document: z.string().trim().max(200).nullable().default(null),
});
export type RecordGate = z.infer<typeof recordGateSchema>;

export const planGateSchema = z.object({
  parcels: parcelCodesSchema,
  gate: gateSchema,
  plannedOn: daySchema,
  document: z.string().trim().max(200).nullable().default(null),
});
export type PlanGate = z.infer<typeof planGateSchema>;

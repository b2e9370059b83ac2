import { z } from 'zod';
import { daySchema } from '../day.ts';

/** The gates a parcel passes on its way to supply, in pipeline order. */
export const gates = ['approved', 'acquired', 'levelled', 'road', 'power', 'water', 'sewage', 'telecom'] as const;
export const gateSchema = z.enum(gates);
export type Gate = z.infer<typeof gateSchema>;

/** Gates that follow from road stretches and works and are never recorded on the parcel itself. */
export const derivedGates = ['road', 'power', 'water', 'sewage'] as const satisfies readonly Gate[];
export type DerivedGate = (typeof derivedGates)[number];

/** Gates with a legal order: land is approved before it is acquired, and acquired before it is levelled. */
export const orderedGates = ['approved', 'acquired', 'levelled'] as const satisfies readonly Gate[];

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
  access: accessSchema,
});

/** A parcel with its exact plane area: twice the area in square millimetres is an integer. */
export type Parcel = z.infer<typeof parcelSchema> & { readonly twiceAreaSquareMillimetres: number };

/** How far a parcel has come, one word for the map: each status includes the ones before it. */
export const parcelStatuses = [
  'planned',
  'approved',
  'acquired',
  'levelled',
  'available',
  'reserved',
  'contracted',
  'construction',
  'production',
] as const;
export const parcelStatusSchema = z.enum(parcelStatuses);
export type ParcelStatus = z.infer<typeof parcelStatusSchema>;

const parcelCodes = z.array(z.string().min(1).max(40)).min(1).max(500);

export const recordGateSchema = z.object({
  parcels: parcelCodes,
  gate: gateSchema,
  doneOn: daySchema,
  document: z.string().trim().max(200).nullable().default(null),
});
export type RecordGate = z.infer<typeof recordGateSchema>;

export const planGateSchema = z.object({ parcels: parcelCodes, gate: gateSchema, plannedOn: daySchema });
export type PlanGate = z.infer<typeof planGateSchema>;

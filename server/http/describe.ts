import { z } from '@hono/zod-openapi';

/** A 200 answer of JSON for a route. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } } };
}

export const parkParam = z.object({ park: z.string().meta({ description: 'Code of a park', example: 'jinling' }) });

export const seqField = z.number().int().nonnegative().meta({ description: 'The last event these facts contain' });

export const squareMetresField = z.number().meta({ description: 'Plane area on the legal grid, m²' });

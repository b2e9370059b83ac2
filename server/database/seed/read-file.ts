import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Geometry } from 'geojson';
import type { z } from 'zod';
import { checkFeatureCollection, type Finding } from '../../../domain/geometry/check-features.ts';
import { StartError } from '../../start-error.ts';

export interface Feature<Properties> {
  readonly properties: Properties;
  readonly geometry: Geometry;
}

/** The rows of a JSON file, checked. Throws StartError naming file, row and field. */
export function readRows<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema>[] {
  const json = readJson(path);
  if (!Array.isArray(json)) throw broken(path, 'a list of rows is expected');
  return json.map((row: unknown, index) => checked(path, `row ${index + 1}`, schema, row));
}

/** The one object of a JSON file, checked. */
export function readObject<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  return checked(path, 'the file', schema, readJson(path));
}

/** The features of a GeoJSON file, geometry and properties checked. Throws StartError naming file, feature and field. */
export function readFeatures<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  kinds: readonly Geometry['type'][],
  accepted: readonly Finding['code'][] = [],
): Feature<z.infer<Schema>>[] {
  const json = readJson(path);
  const finding = checkFeatureCollection(json).find(({ code }) => !accepted.includes(code));
  if (finding) {
    const where = finding.feature === null ? '' : `feature ${finding.feature + 1}, `;
    const place = finding.place ? ` at ${finding.place.join(', ')}` : '';
    throw broken(path, `${where}field geometry: ${finding.message} (${finding.code})${place}`);
  }
  return (json as { features: Feature<unknown>[] }).features.map(({ properties, geometry }, index) => {
    const where = `feature ${index + 1}`;
    if (!kinds.includes(geometry.type)) {
      throw broken(path, `${where}, field geometry: a ${geometry.type} is not one of ${kinds.join(', ')}`);
    }
    return { properties: checked(path, where, schema, properties), geometry };
  });
}

export function broken(path: string, what: string): StartError {
  return new StartError(`${join(basename(dirname(path)), basename(path))}: ${what}. Nothing of this park was stored.`);
}

function checked<Schema extends z.ZodType>(
  path: string,
  where: string,
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') || '(all)';
  throw broken(path, `${where}, field ${field}: ${issue?.message ?? 'not as expected'}`);
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw broken(path, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'not UTF-8'})`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw broken(path, `is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

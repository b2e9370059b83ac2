import { Refused } from '../refusal.ts';
import type { OpenZip } from '../zip/read-zip.ts';
import type { ShapefileParts } from './read-shapefile.ts';

/** Paths of the shapefiles of a zip, without extension. */
export function shapefileNames(zip: OpenZip): string[] {
  const shp = zip.entries.filter(({ name }) => /\.shp$/i.test(name));
  return shp.map(({ name }) => name.slice(0, -4));
}

/** The files of one of them; only the shapes must be there. Throws Refused. */
export function partsOfZip(zip: OpenZip, path: string): ShapefileParts {
  const part = (extension: string): Uint8Array | null => {
    const entry = zip.find(`${path}.${extension}`);
    return entry && zip.read(entry);
  };
  const shp = part('shp');
  if (!shp) throw new Refused('shapefile.missing-part', { part: 'shp' });
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { name, shp, dbf: part('dbf'), prj: part('prj'), cpg: part('cpg') ?? part('shp.cpg') };
}

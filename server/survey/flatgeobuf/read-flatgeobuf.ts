import { Refused } from '../refusal.ts';
import { FlatTable } from './flat-table.ts';
import { geometryOf } from './geometry-of.ts';
import { readColumns, readValues } from './read-values.ts';

export interface LayerRecord {
  readonly values: Readonly<Record<string, unknown>>;
  /** As GeoJSON; null where there is none, undefined where it is of a kind that is not read. */
  readonly geometry: unknown;
}

export interface FlatLayer {
  readonly name: string;
  /** WKT, or an EPSG number as text, or null. */
  readonly system: string | null;
  /** Features as declared; 0 where they were not counted. */
  readonly declaredFeatures: number;
}

const magicBytes = 8;

/**
 * Gives the features of a FlatGeobuf (version 3) away one by one, in the order of the file. GDAL's own layers come
 * this way too: as binary they are read six times faster than as GeoJSON, and to the last bit. Throws Refused.
 */
export function readFlatGeobuf(bytes: Uint8Array, take: (record: LayerRecord) => void): FlatLayer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = magicBytes;
  let record = 0;
  const next = (): DataView => {
    const length = view.getUint32(at, true);
    const part = new DataView(view.buffer, view.byteOffset + at + 4, length);
    if (at + 4 + length > view.byteLength) throw new RangeError('a part is longer than the file');
    at += 4 + length;
    return part;
  };
  try {
    const header = FlatTable.root(next());
    const columns = readColumns(header);
    const type = header.byte(2, 0);
    const declaredFeatures = header.long(8);
    at += indexBytes(declaredFeatures, header.short(9, 16));
    for (; at < view.byteLength; record += 1) {
      const part = next();
      const feature = FlatTable.root(part);
      const own = readColumns(feature, 2);
      const values = readValues(feature.bytes(1), own.length > 0 ? own : columns);
      take({ values, geometry: geometryOf(feature.table(0), type, { bytes: part.byteLength }) });
    }
    return { name: header.text(0) ?? '', system: systemOf(header.table(10)), declaredFeatures };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refused('survey.damaged', { message: error.message }, { record: record + 1 });
  }
}

/** The index is a packed Hilbert R-tree: nodes of 40 bytes, level on level. */
function indexBytes(features: number, nodeSize: number): number {
  if (nodeSize < 2 || features === 0) return 0;
  if (!Number.isSafeInteger(features)) throw new RangeError('more features than there are numbers');
  let level = features;
  let nodes = level;
  do {
    level = Math.ceil(level / nodeSize);
    nodes += level;
  } while (level > 1);
  return nodes * 40;
}

function systemOf(crs: FlatTable | null): string | null {
  if (!crs) return null;
  const code = crs.integer(1);
  const isEpsg = (crs.text(0) ?? 'EPSG').toUpperCase() === 'EPSG' && code > 0;
  return isEpsg ? `EPSG:${code}` : crs.text(4);
}

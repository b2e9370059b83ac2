import type { SurveyLimits } from '../limits.ts';
import { Refused } from '../refusal.ts';
import { openGdal } from './open-gdal.ts';
import { readFlatGeobuf, type LayerRecord } from '../flatgeobuf/read-flatgeobuf.ts';
import { LayerStream } from './stream-layer.ts';
import { translateLayer } from './translate-layer.ts';

export interface GdalSource {
  readonly driver: 'GPKG' | 'DXF' | 'XLSX';
  /** Name of the file for GDAL, which looks at the extension. */
  readonly file: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export interface DatasetLayer {
  readonly name: string;
  /** WKT of its system, or null. */
  readonly wkt: string | null;
}

export interface ReadDataset {
  readonly layers: readonly DatasetLayer[];
  /** Errors GDAL went on after. */
  readonly complaints: readonly string[];
}

const vectorReadOnly = 0x04 | 0x40;

/**
 * Reads every layer of a file with GDAL, by one named driver only, and gives its records away one by one. To be called
 * once in a worker that is thrown away. Throws Refused.
 */
export async function readDataset(
  bytes: Uint8Array,
  source: GdalSource,
  limits: SurveyLimits,
  take: (layer: number, record: LayerRecord & { readonly id?: number | null }) => void,
): Promise<ReadDataset> {
  const gdal = await openGdal(limits.memoryMegabytes, { OGR_SQLITE_LIST_ALL_TABLES: 'NO', ...source.settings });
  const path = `/in/${source.file}`;
  gdal.files.writeFile(path, bytes);
  try {
    const dataset = gdal.withList([source.driver], (drivers) =>
      gdal.call('GDALOpenEx', path, vectorReadOnly, drivers, null, null),
    );
    if (dataset === 0) throw gdal.failure();
    const layers = layersOf(
      gdal.withList(['-json'], (list) => {
        const options = gdal.call('GDALVectorInfoOptionsNew', list, null);
        return gdal.callText('GDALVectorInfo', dataset, options);
      }),
    );
    let [layer, features] = [0, 0];
    const takeOne = (record: LayerRecord & { readonly id?: number | null }) => {
      features += 1;
      if (features > limits.features) throw new Refused('survey.too-many-features', { most: limits.features });
      take(layer, record);
    };
    // A table without geometry has no FlatGeobuf.
    const stream = source.driver === 'XLSX' ? new LayerStream(gdal, takeOne) : null;
    for (; layer < layers.length; layer += 1) {
      const { name } = layers[layer]!;
      if (stream) {
        stream.translate(dataset, name, limits.features + 1);
        continue;
      }
      const bytes = translateLayer(gdal, dataset, name, limits.features + 1);
      // Of a layer without records GDAL writes not even a header.
      if (bytes.length > 0) readFlatGeobuf(bytes, takeOne);
    }
    return { layers, complaints: gdal.complaints.filter((text) => /error/i.test(text)) };
  } catch (error) {
    if (error instanceof Refused) throw error;
    const failure = gdal.failure();
    throw failure.refusal.detail['message'] === null
      ? new Refused('survey.reader-failed', { message: String(error).slice(0, 200) })
      : failure;
  }
}

interface LayerInfo {
  readonly name: string;
  readonly geometryFields?: readonly { readonly coordinateSystem?: { readonly wkt?: string } | null }[];
}

function layersOf(json: string): DatasetLayer[] {
  const { layers = [] } = JSON.parse(json) as { layers?: readonly LayerInfo[] };
  return layers.map(({ name, geometryFields = [] }) => ({
    name,
    wkt: geometryFields[0]?.coordinateSystem?.wkt ?? null,
  }));
}

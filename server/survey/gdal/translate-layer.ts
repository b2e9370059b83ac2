import { Refused } from '../refusal.ts';
import type { Gdal } from './open-gdal.ts';

const path = '/out/layer.fgb';

/** A layer as the bytes of a FlatGeobuf in its own order and its own numbers, curves drawn as corners. Throws Refused. */
export function translateLayer(gdal: Gdal, dataset: number, layer: string, most: number): Uint8Array {
  if (layer.startsWith('-')) throw new Refused('survey.damaged', { layer: layer.slice(0, 100) });
  const exactly = ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO', '-nlt', 'CONVERT_TO_LINEAR'];
  const written = gdal.withList(exactly.concat('-limit', String(most), layer), (list) => {
    const settings = gdal.call('GDALVectorTranslateOptionsNew', list, null);
    return gdal.withList([], (datasets) => {
      gdal.setPointer(datasets, dataset);
      return gdal.call('GDALVectorTranslate', path, null, 1, datasets, settings, null);
    });
  });
  if (written === 0) throw gdal.failure();
  gdal.call('GDALClose', written);
  const bytes = gdal.files.readFile(path);
  gdal.files.unlink(path);
  return bytes;
}

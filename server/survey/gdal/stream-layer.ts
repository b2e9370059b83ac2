import { Refused } from '../refusal.ts';
import type { Gdal } from './open-gdal.ts';

const device = '/out/stream';
/** One feature of more bytes than this is refused: its text would have to fit into one string. */
const longestLine = 256 * 1024 * 1024;

/** All seventeen figures; and one system named for all, which the format expects, so that nothing is reprojected. */
const exactly =
  '-f GeoJSONSeq -lco SIGNIFICANT_FIGURES=17 -lco COORDINATE_PRECISION=15 -lco RS=NO -a_srs EPSG:4326 -preserve_fid'.split(
    ' ',
  );

export interface StreamedRecord {
  readonly id: number | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

/** Takes the features of a layer one by one while GDAL writes them, so that nobody has to hold all of their text. */
export class LayerStream {
  readonly #gdal: Gdal;
  readonly #take: (record: StreamedRecord) => void;
  #pieces: Buffer[] = [];
  #bytes = 0;

  constructor(gdal: Gdal, take: (record: StreamedRecord) => void) {
    this.#gdal = gdal;
    this.#take = take;
    const number = gdal.files.makedev(64, 0);
    gdal.files.registerDevice(number, {
      open: (stream: { seekable: boolean }) => {
        stream.seekable = false;
      },
      close: () => undefined,
      write: (_stream: object, buffer: Uint8Array, offset: number, length: number) => {
        this.#write(buffer.subarray(offset, offset + length));
        return length;
      },
      read: () => 0,
      llseek: (_stream: object, offset: number) => offset,
    });
    gdal.files.mkdev(device, 0o666, number);
  }

  translate(dataset: number, layer: string, most: number): void {
    if (layer.startsWith('-')) throw new Refused('survey.damaged', { layer: layer.slice(0, 100) });
    const options = exactly.concat('-limit', String(most), layer);
    const gdal = this.#gdal;
    const written = gdal.withList(options, (list) => {
      const settings = gdal.call('GDALVectorTranslateOptionsNew', list, null);
      return gdal.withList([], (datasets) => {
        gdal.setPointer(datasets, dataset);
        return gdal.call('GDALVectorTranslate', device, null, 1, datasets, settings, null);
      });
    });
    if (written === 0) throw gdal.failure();
    gdal.call('GDALClose', written);
    this.#flush();
  }

  #write(bytes: Uint8Array): void {
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      this.#pieces.push(Buffer.from(bytes.subarray(start, end)));
      start = end + 1;
      this.#flush();
    }
    const rest = Buffer.from(bytes.subarray(start));
    this.#bytes += rest.length;
    if (this.#bytes > longestLine) throw new Refused('survey.too-much-memory', { megabytes: longestLine / 1024 ** 2 });
    this.#pieces.push(rest);
  }

  #flush(): void {
    const line = Buffer.concat(this.#pieces).toString('utf8').trim();
    this.#pieces = [];
    this.#bytes = 0;
    if (line === '') return;
    const { id, properties, geometry } = JSON.parse(line) as { id?: number; properties: object; geometry: unknown };
    this.#take({ id: id ?? null, values: properties as Record<string, unknown>, geometry });
  }
}

import { describe, expect, test } from 'vitest';
import { readFlatGeobuf, type LayerRecord } from '../../../server/survey/flatgeobuf/read-flatgeobuf.ts';
import { Refused } from '../../../server/survey/refusal.ts';
import { writeSurvey } from '../../../server/survey/write-survey.ts';
import { exampleLand, writing } from '../../support/survey-example.ts';

function recordsOf(bytes: Uint8Array): LayerRecord[] {
  const records: LayerRecord[] = [];
  readFlatGeobuf(bytes, (record) => records.push(record));
  return records;
}

async function example(): Promise<Uint8Array> {
  const written = await writeSurvey(exampleLand, 'flatgeobuf', writing);
  if ('refusal' in written) throw new Error(written.refusal.code);
  return written.file.bytes;
}

describe('a FlatGeobuf', () => {
  test('gives its layer, its values and its coordinates', async () => {
    const bytes = await example();
    const layer = readFlatGeobuf(bytes, () => undefined);
    expect(layer).toMatchObject({ name: '金岭地块', system: 'EPSG:4527' });
    const [first] = recordsOf(bytes);
    expect(first!.values).toEqual({
      DKBH: 'JL-A-01',
      DKMC: '金岭一期A-01地块',
      地块用途: '工业用地',
      MJ: 51906.88,
      序号: 1,
    });
    expect(first!.geometry).toMatchObject({
      geometries: [{ type: 'Polygon', coordinates: [{ length: 5 }, { length: 5 }] }],
    });
  });

  test('of which any byte is changed, or the end is missing, is read or refused', async () => {
    const whole = await example();
    const attempt = (bytes: Uint8Array) => {
      try {
        recordsOf(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(Refused);
      }
    };
    for (let at = 8; at < whole.length; at += 1) {
      for (const change of [0xff, 0x80, 1]) {
        const changed = Uint8Array.from(whole);
        changed[at] = changed[at]! ^ change;
        attempt(changed);
      }
      attempt(whole.subarray(0, at));
    }
  });

  test('whose parts all point at the same part is refused', () => {
    // One feature; its geometry has 1000 parts that are one table, which again has 1000 parts that are one table.
    const view = new DataView(new ArrayBuffer(20_000));
    const table = (
      at: number,
      fields: readonly (number | null)[],
      writeField: (field: number, place: number) => void,
    ) => {
      const slots = at - 4 - fields.length * 2;
      view.setInt32(at, at - slots, true);
      view.setUint16(slots, 4 + fields.length * 2, true);
      fields.forEach((offset, field) => {
        view.setUint16(slots + 4 + field * 2, offset ?? 0, true);
        if (offset !== null) writeField(field, at + offset);
      });
    };
    const partsTo = (vector: number, target: number) => {
      view.setUint32(vector, 1000, true);
      for (let index = 0; index < 1000; index += 1) {
        const place = vector + 4 + index * 4;
        view.setUint32(place, target - place, true);
      }
    };
    const nested = [null, null, null, null, null, null, 8, 4];
    const geometry = (at: number, vector: number) =>
      table(at, nested, (field, place) =>
        field === 6 ? view.setUint8(place, 7) : view.setUint32(place, vector - place, true),
      );
    view.setUint32(0, 100, true);
    table(100, [4], (_, place) => view.setUint32(place, 200 - place, true));
    geometry(200, 400);
    partsTo(400, 5000);
    geometry(5000, 6000);
    partsTo(6000, 12_000);
    geometry(12_000, 13_000);
    partsTo(13_000, 18_000);
    table(18_000, [null, null, null, null, null, null, 4], (_, place) => view.setUint8(place, 1));
    const header = Buffer.alloc(28);
    header.writeUInt32LE(24, 0);
    header.writeUInt32LE(12, 4);
    header.writeUInt16LE(4, 12);
    header.writeInt32LE(4, 16);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(view.byteLength);
    const bytes = Buffer.concat([Buffer.from('fgb\x03fgb\x00', 'latin1'), header, size, Buffer.from(view.buffer)]);
    const detail = { message: 'a geometry larger than its feature' };
    expect(() => recordsOf(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'survey.damaged', detail }) }),
    );
  });
});

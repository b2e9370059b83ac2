import { readGeometry } from '../../../domain/survey/geojson/read-geometry.ts';
import { NoteList } from '../../../domain/survey/note-list.ts';
import { pickAttributes } from '../../../domain/survey/pick-attributes.ts';
import type { DeclaredSystem, SurveyFeature, SurveyFile } from '../../../domain/survey/survey-file.ts';
import { readCrsMember } from '../../../domain/survey/system/read-crs-member.ts';
import { readPrj } from '../../../domain/survey/system/read-prj.ts';
import type { SurveyLimits } from '../limits.ts';
import { PointCounter } from '../point-counter.ts';
import { Refused } from '../refusal.ts';
import { readFlatGeobuf, type LayerRecord } from '../flatgeobuf/read-flatgeobuf.ts';
import { readDataset, type DatasetLayer, type ReadDataset } from './read-dataset.ts';

/** A GeoPackage or FlatGeobuf as a survey file, its layers as they are. Always UTF-8. Throws Refused. */
export async function readGisFile(
  bytes: Uint8Array,
  format: 'geopackage' | 'flatgeobuf',
  limits: SurveyLimits,
): Promise<SurveyFile> {
  const notes = new NoteList();
  const points = new PointCounter(limits.points);
  const features: SurveyFeature[][] = [];
  const take = (layer: number, { values, geometry }: LayerRecord) => {
    const list = (features[layer] ??= []);
    const at = { line: null, record: list.length + 1 };
    const attributes = pickAttributes(values);
    const found = geometry === null ? null : readGeometry(geometry);
    if (geometry !== null && !found) notes.add(`${format}.geometry-unreadable`, 'skipped', at);
    for (const { ring, gap } of found?.unclosed ?? []) {
      notes.add(`${format}.ring-unclosed`, 'mended', at, { ring, gap, gapMillimetres: null });
    }
    const shapes = found && found.shapes.length > 0 ? found.shapes : [null];
    for (const shape of shapes) {
      points.add(shape, at);
      list.push({ at, ...attributes, shape, cornerNames: null });
    }
  };
  const read = format === 'geopackage' ? await readPackage(bytes, limits, take) : readFlat(bytes, limits, take);
  const [complaint] = read.complaints;
  const isEmpty = features.every((list) => list === undefined || list.length === 0);
  if (isEmpty && complaint !== undefined) throw new Refused('survey.damaged', { message: complaint });
  for (const message of read.complaints) notes.add('survey.reader-complained', 'mended', nowhere, { message });
  if (isEmpty) notes.add('survey.no-features', 'refused', nowhere);
  const systems = systemsOf(read.layers);
  const systemOf = (layer: number) => systems.filter((_, index) => index === layer);
  return {
    format,
    encoding: null,
    systems,
    layers: read.layers.map(({ name }, layer) => ({
      name,
      features: features[layer] ?? [],
      ...(systems.length > 1 ? { systems: systemOf(layer) } : {}),
    })),
    notes: notes.all(),
    about: [],
  };
}

type Take = (layer: number, record: LayerRecord) => void;

function readPackage(bytes: Uint8Array, limits: SurveyLimits, take: Take): Promise<ReadDataset> {
  return readDataset(bytes, { driver: 'GPKG', file: 'source.gpkg' }, limits, take);
}

function readFlat(bytes: Uint8Array, { features }: SurveyLimits, take: Take): ReadDataset {
  let count = 0;
  const { name, system } = readFlatGeobuf(bytes, (record) => {
    count += 1;
    if (count > features) throw new Refused('survey.too-many-features', { most: features });
    take(0, record);
  });
  return { layers: [{ name, wkt: system }], complaints: [] };
}

const nowhere = { line: null, record: null };

/** One declaration when all layers say the same, else one a layer. */
function systemsOf(layers: readonly DatasetLayer[]): DeclaredSystem[] {
  const texts = layers.map(({ wkt }) => wkt ?? '');
  const isOne = new Set(texts).size <= 1;
  const declared = (isOne ? texts.slice(0, 1) : texts).map(declaredBy);
  return declared.every(({ text }) => text === '') ? [] : declared;
}

function declaredBy(wkt: string): DeclaredSystem {
  return { ...(readCrsMember(/^EPSG:\d+$/.test(wkt) ? wkt : null) ?? readPrj(wkt)), from: 'format' };
}

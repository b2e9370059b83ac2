import { decodeText } from '../../domain/survey/decode-text.ts';
import { readCoordinateTxt } from '../../domain/survey/read-coordinate-txt.ts';
import type { Position, SurveyFeature, SurveyFile } from '../../domain/survey/survey-file.ts';

/** Metres of the park's grid with its zone prefix, where the test parcels stand. */
const [east, north] = [39_532_000, 3_046_000];

export const header = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', '带号=39', '[地块坐标]'];

/** Rows of a closed rectangle in metres from the test place: clockwise from its north-west corner. */
export function rectangleRows(
  west: number,
  south: number,
  width: number,
  height: number,
  ring = 1,
  first = 1,
): string[] {
  return [...rectangle(west, south, width, height), rectangle(west, south, width, height)[0]!].map(
    ([x, y], index) => `J${first + (index % 4)},${ring},${y.toFixed(3)},${x.toFixed(3)}`,
  );
}

export function rectangle(west: number, south: number, width: number, height: number): Position[] {
  return [
    [east + west, north + south + height],
    [east + west + width, north + south + height],
    [east + west + width, north + south],
    [east + west, north + south],
  ];
}

export function readLines(lines: readonly string[], lineEnd = '\r\n'): SurveyFile {
  return readCoordinateTxt(decodeText(new TextEncoder().encode(lines.join(lineEnd))));
}

export function featuresOf({ layers }: SurveyFile): SurveyFeature[] {
  return layers.flatMap(({ features }) => features);
}

/** Rings of a feature's polygons. */
export function polygonsOf(feature: SurveyFeature | undefined): readonly (readonly (readonly Position[])[])[] {
  return feature?.shape?.type === 'area' ? feature.shape.polygons : [];
}

/** Codes of a file's notes with their lines. */
export function notesOf({ notes }: SurveyFile): string[] {
  return notes.map(({ code, at }) => (at.line === null ? code : `${code} ${at.line}`));
}

export const parcelRow = (count: number | string = 5, area = '0.01') =>
  `${count},${area},JL-01,一号地块,面,,工业用地,0601,@`;
export const square = rectangleRows(0, 0, 10, 10);
export const plain = [...header, parcelRow(), ...square];

/** The one feature of the lines of a file; throws when it has another number. */
export function onlyFeature(lines: string[]): SurveyFeature {
  const features = featuresOf(readLines(lines));
  const [feature] = features;
  if (!feature || features.length !== 1) throw new Error(`one feature is expected, there are ${features.length}`);
  return feature;
}

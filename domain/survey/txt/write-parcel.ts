import { areaDecimals, roundedInUnit, type AreaUnit } from '../../geometry/area-units.ts';
import { twicePlaneAreaSquareMillimetres } from '../plane-area.ts';
import { arrangeRing, type NamedRing } from '../rings/arrange-ring.ts';
import type { Position, SurveyFeature, SurveyShape } from '../survey-file.ts';
import { writeDecimal } from '../write-decimal.ts';
import { plainField } from './plain-field.ts';
import type { WriteProfile } from './write-profile.ts';

const areaUnits: Readonly<Record<WriteProfile['areaUnit'], AreaUnit>> = {
  hectare: 'ha',
  'square-metre': 'm2',
  mu: 'mu',
};
const kinds: Readonly<Record<SurveyShape['type'], string>> = { points: '点', line: '线', area: '面' };
const opposite = { clockwise: 'counter-clockwise', 'counter-clockwise': 'clockwise', kept: 'kept' } as const;

/** A record as the lines of a coordinate TXT: its row, then its corners ring by ring. */
export function parcelLines(feature: SurveyFeature, shape: SurveyShape, profile: WriteProfile): string[] {
  const rings = ringsOf(feature, shape, profile);
  const corners = rings.reduce((sum, ring) => sum + ring.positions.length, 0);
  const closings = shape.type === 'area' && profile.closing !== 'none' && profile.count === 'rows' ? rings.length : 0;
  const { code, name, properties } = feature;
  const texts = [code, name].map((text) => plainField(text ?? ''));
  const others = ['图幅号', '地块用途', '地类编码'].map((key) => plainField(String(properties[key] ?? '')));
  const row = [corners + closings, areaText(shape, profile), ...texts, kinds[shape.type], ...others, '@'].join(',');
  return [row, ...cornerLines(rings, shape, profile)];
}

function ringsOf({ cornerNames }: SurveyFeature, shape: SurveyShape, profile: WriteProfile): NamedRing[] {
  const named = (lists: readonly (readonly Position[])[]) =>
    lists.map((positions, index): NamedRing => {
      const names = cornerNames?.[index] ?? null;
      const isKept = profile.numbering === 'kept' || shape.type === 'points';
      return { positions, names: isKept && names?.length === positions.length ? names : null };
    });
  if (shape.type === 'points') return named([shape.points]);
  if (shape.type === 'line') return named(shape.lines);
  const isOuter = shape.polygons.flatMap((polygon) => polygon.map((_, index) => index === 0));
  return named(shape.polygons.flat()).map((ring, index) => {
    const winding = isOuter[index] ? profile.winding : opposite[profile.winding];
    return arrangeRing(ring, { start: profile.start, winding });
  });
}

function cornerLines(rings: readonly NamedRing[], shape: SurveyShape, profile: WriteProfile): string[] {
  const { prefix, numbering, closing, decimals } = profile;
  const isClosed = shape.type === 'area' && closing !== 'none';
  const lines: string[] = [];
  let number = 0;
  rings.forEach(({ positions, names }, index) => {
    const write = (name: string, [east, north]: Position) =>
      lines.push(`${name},${index + 1},${writeDecimal(north, decimals)},${writeDecimal(east, decimals)}`);
    if (numbering === 'ring') number = 0;
    const nameOf = (at: number) => (names ? plainField(names[at]!) : `${prefix}${number + at + 1}`);
    positions.forEach((position, at) => write(nameOf(at), position));
    const first = positions[0];
    if (first && isClosed && closing === 'next-number' && !names) {
      write(`${prefix}${number + positions.length + 1}`, first);
      number += 1;
    } else if (first && isClosed) write(nameOf(0), first);
    number += positions.length;
  });
  return lines;
}

/** Empty for degrees, lines and points. */
function areaText(shape: SurveyShape, profile: WriteProfile): string {
  if (shape.type !== 'area') return '';
  const twice = twicePlaneAreaSquareMillimetres(shape.polygons);
  if (twice === null || !Number.isFinite(twice)) return '';
  const unit = areaUnits[profile.areaUnit];
  return writeDecimal(roundedInUnit(twice, unit, 'exported'), areaDecimals(unit, 'exported'));
}

import { parseDeclaredArea } from '../../../domain/survey/declared-area.ts';
import type { NoteList } from '../../../domain/survey/note-list.ts';
import { RingIndex } from '../../../domain/survey/rings/ring-index.ts';
import { signedRingArea } from '../../../domain/survey/rings/signed-ring-area.ts';
import type { Position, SurveyFeature } from '../../../domain/survey/survey-file.ts';

export interface DrawnText {
  readonly text: string;
  readonly place: Position;
}

/** A plan's numbering: Latin letters and digits, A-01, JL-A-01, 光2026G01, 12. */
const looksLikeCode = /^(?=.*\d)[\p{Script=Han}]{0,2}[\dA-Za-z][\w./()（）—–-]{0,30}$/u;
const areaWord = /^(?:用地|地块|宗地)?面积[:：=]?\s*/;

/**
 * Each text given to the smallest land it lies in, also where the same boundary is drawn twice, as line and as hatch:
 * one with a unit or the word 面积 is its area, one like a number its code, another its name. `unused` are the numbers
 * of texts outside all land.
 */
export function assignTexts(
  features: readonly SurveyFeature[],
  texts: readonly DrawnText[],
  notes: NoteList,
): { named: SurveyFeature[]; unused: number[] } {
  const outer = features.flatMap(({ shape }, feature) =>
    shape?.type === 'area' ? shape.polygons.map(([ring = []]) => ({ feature, ring })) : [],
  );
  const areas = outer.map(({ ring }) => Math.abs(signedRingArea(ring)));
  const rings = [...outer.map(({ ring }) => ring), ...texts.map(({ place }) => [place])];
  const index = new RingIndex(rings);
  const largestFirst = outer.map((_, ring) => ring).sort((a, b) => areas[b]! - areas[a]!);
  for (const ring of largestFirst) if (areas[ring]! > 0) index.add(ring);
  const found = new Map<number, string[]>();
  const unused: number[] = [];
  texts.forEach(({ text, place }, number) => {
    const ring = index.smallestAround(outer.length + number, place, () => true);
    if (ring === null) unused.push(number);
    else found.set(ring, [...(found.get(ring) ?? []), ...linesOf(text)]);
  });
  const byPlace = new Map<string, string[]>();
  for (const [ring, lines] of found) byPlace.set(placeOf(rings[ring]!), lines);
  const linesOfFeature = new Map<number, string[]>();
  outer.forEach(({ feature, ring }) => {
    const lines = byPlace.get(placeOf(ring));
    if (lines && !linesOfFeature.has(feature)) linesOfFeature.set(feature, lines);
  });
  const named = features.map((feature, number) => nameFeature(feature, linesOfFeature.get(number) ?? [], notes));
  return { named, unused };
}

function nameFeature(feature: SurveyFeature, lines: readonly string[], notes: NoteList): SurveyFeature {
  if (lines.length === 0) return feature;
  const areas = lines.map((line) => areaOf(line));
  const words = lines.filter((_, index) => areas[index] === null);
  const codes = words.filter((line) => looksLikeCode.test(line));
  const code = codes[0] ?? words[0] ?? null;
  const others = words.filter((line) => line !== code);
  if (codes.length > 1) {
    notes.add('dxf.several-codes', 'mended', feature.at, { code, others: codes.slice(1).join(', ').slice(0, 100) });
  }
  return {
    ...feature,
    code,
    name: others[0] ?? null,
    declaredArea: areas.find((area) => area !== null) ?? null,
    properties: { ...feature.properties, ...(others.length > 1 ? { texts: others.slice(1).join(' ') } : {}) },
  };
}

function areaOf(line: string): SurveyFeature['declaredArea'] {
  const isNamed = areaWord.test(line);
  const area = parseDeclaredArea(line.replace(areaWord, ''));
  return area && (isNamed || area.unit !== null) ? area : null;
}

/** MTEXT breaks its lines with \P, and so do some programs in TEXT. */
function linesOf(text: string): string[] {
  const lines = text.split(/\\P|\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** The same for the same corners, wherever a ring begins. */
function placeOf(ring: readonly Position[]): string {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north, Math.abs(signedRingArea(ring))].map((value) => value.toFixed(3)).join(' ');
}

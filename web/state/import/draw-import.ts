import type { Feature, FeatureCollection } from 'geojson';
import type { ImportEntry, PlacedAnswer, SurveyFinding, SystemCandidate } from '../../answers/import.ts';
import type { IncomingKind } from '../../map/plan.ts';
import { isBarred } from './choose-entries.ts';

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The land of a file by what it would change, and the parcels it would take off the map; `code` is the entry's id. */
export function drawIncoming(
  land: FeatureCollection | null,
  placed: PlacedAnswer | null,
  parcels: FeatureCollection | null,
): FeatureCollection {
  if (!land) return nothing;
  const byFeature = new Map<number, ImportEntry>();
  const removed = new Map<string, ImportEntry>();
  for (const entry of placed?.entries ?? []) {
    if (entry.kind === 'removed' && entry.code !== null) removed.set(entry.code, entry);
    else if (entry.feature !== null) byFeature.set(entry.feature, entry);
  }
  const incoming = land.features.map((one): Feature => {
    const number = Number(one.properties?.['feature']);
    const entry = byFeature.get(number);
    const name = entry?.code ?? String(one.properties?.['code'] ?? number + 1);
    return {
      ...one,
      properties: { code: entry?.id ?? `feature:${number}`, kind: kindOf(entry, placed !== null), name },
    };
  });
  const gone = (parcels?.features ?? []).flatMap((one): Feature[] => {
    const entry = removed.get(String(one.properties?.['code']));
    return entry ? [{ ...one, properties: { code: entry.id, kind: 'removed', name: entry.code } }] : [];
  });
  return { type: 'FeatureCollection', features: [...incoming, ...gone] };
}

function kindOf(entry: ImportEntry | undefined, isPlaced: boolean): IncomingKind {
  if (!entry) return isPlaced ? 'same' : 'plain';
  return isBarred(entry) ? 'barred' : entry.kind;
}

export interface Marked {
  readonly candidates: readonly { readonly candidate: SystemCandidate; readonly isChosen: boolean }[];
  readonly findings: readonly SurveyFinding[];
  /** The finding that is looked at, whose repair is drawn. */
  readonly finding: SurveyFinding | null;
  readonly controls: readonly { readonly name: string; readonly place: readonly [number, number] }[];
}

/** Where a file may lie, and the places in it that somebody should look at. */
export function drawMarks({ candidates, findings, finding, controls }: Marked): FeatureCollection {
  const boxes: Feature[] = [];
  const numbers = new Map<string, { readonly at: number[]; readonly numbers: number[] }>();
  for (const [index, { candidate, isChosen }] of candidates.entries()) {
    const { outlineDegrees } = candidate;
    if (!outlineDegrees || outlineDegrees.length < 3) continue;
    const ring = [...outlineDegrees, outlineDegrees[0]!].map((place) => [...place]);
    boxes.push(
      feature({ type: 'LineString', coordinates: ring }, { role: isChosen ? 'candidate-chosen' : 'candidate' }),
    );
    const at = highest(ring);
    // The same numbers on several datums lie some ten metres apart: one label for all of them.
    const key = at.map((degrees) => degrees.toFixed(2)).join(' ');
    const known = numbers.get(key) ?? { at, numbers: [] };
    numbers.set(key, { at: known.at, numbers: [...known.numbers, index + 1] });
  }
  for (const { at, numbers: own } of numbers.values()) {
    boxes.push(feature({ type: 'Point', coordinates: at }, { role: 'candidate-number', number: own.join(' · ') }));
  }
  const places = findings.flatMap((one): Feature[] =>
    one.place
      ? [
          feature(
            { type: 'Point', coordinates: [...one.place] },
            { role: one === finding ? 'finding-chosen' : 'finding', severity: one.severity },
          ),
        ]
      : [],
  );
  const { from = null, to = null } = finding?.repair ?? {};
  const repair = [
    ...(from && to ? [feature({ type: 'LineString', coordinates: [[...from], [...to]] }, { role: 'repair' })] : []),
    ...(from ? [feature({ type: 'Point', coordinates: [...from] }, { role: 'repair-from' })] : []),
    ...(to ? [feature({ type: 'Point', coordinates: [...to] }, { role: 'repair-to' })] : []),
  ];
  const points = controls.map(({ name, place }) =>
    feature({ type: 'Point', coordinates: [...place] }, { role: 'control', number: name }),
  );
  return { type: 'FeatureCollection', features: [...boxes, ...places, ...repair, ...points] };
}

function feature(geometry: Feature['geometry'], properties: Record<string, string>): Feature {
  return { type: 'Feature', geometry, properties };
}

/** The northernmost corner, where a number stands clear of the land. */
function highest(ring: readonly number[][]): number[] {
  return ring.reduce((best, place) => (place[1]! > best[1]! ? place : best));
}

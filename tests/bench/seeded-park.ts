import { addDays, type Day } from '../../domain/day.ts';
import { parkFacts, type FactRows, type ParkFacts } from '../../domain/park/facts.ts';
import type { GateRecord } from '../../domain/parcel/schema.ts';
import { tinyFacts, tinyParcel, tinyPark, tinyProject, tinyStretch } from '../support/tiny-park.ts';

const parcelsPerRoad = 60;
const frontMetres = 50;
const phaseCodes = ['1', '2', '3', '4', '5'];

/**
 * A park of so many parcels in five phases, the same for the same number: each along a road in half-hectare to
 * five-hectare plots, with gates, stretches, works, claims and stages done or planned over the years 2007 to 2009.
 */
export function seededPark(parcelCount: number): ParkFacts {
  const random = mulberry(parcelCount);
  const below = (limit: number) => Math.floor(random() * limit);
  const day = (from: number, span: number) => addDays('2007-02-01', from + below(span));
  const dated = (on: Day) => (on <= '2007-11-30' ? { plannedOn: null, doneOn: on } : { plannedOn: on, doneOn: null });
  const tiny = tinyFacts();
  const parcels = Array.from({ length: parcelCount }, (_, index) => {
    const road = `R${Math.floor(index / parcelsPerRoad)}`;
    const fromMetres = (index % parcelsPerRoad) * frontMetres;
    const phase = phaseCodes[Math.floor((index * phaseCodes.length) / parcelCount)]!;
    return {
      ...tinyParcel(`X-${index}`, fromMetres, phase),
      access: { road, fromMetres, toMetres: fromMetres + frontMetres, side: 'left' as const },
      twiceAreaSquareMillimetres: (5_000 + below(45_000)) * 2_000_000 + below(2_000_000),
    };
  });
  const area = parcels.reduce((sum, parcel) => sum + parcel.twiceAreaSquareMillimetres, 0);
  const roadCount = Math.ceil(parcelCount / parcelsPerRoad);
  const [road] = tiny.roads.values();
  const [work] = tiny.works.values();
  const rows: FactRows = {
    ...tiny,
    park: tinyPark,
    planVersions: tiny.planVersions.map((version) => ({ ...version, twiceAreaSquareMillimetres: area })),
    phases: phaseCodes.map((code) => ({ ...tiny.phases[0]!, code, twiceAreaSquareMillimetres: area / 5 })),
    zones: [],
    boundaries: [],
    parcels,
    roads: Array.from({ length: roadCount }, (_, index) => ({ ...road!, code: `R${index}`, lengthMetres: 3000 })),
    stretches: Array.from({ length: roadCount * 10 }, (_, index) => {
      const fromMetres = (index % 10) * 300;
      const of = { road: `R${Math.floor(index / 10)}`, fromMetres, toMetres: fromMetres + 300 };
      return tinyStretch(`S-${index}`, { ...of, ...dated(day(100, 500)) });
    }),
    works: phaseCodes.flatMap((phase) =>
      (['power', 'water', 'sewage'] as const).map((gate) => ({
        ...work!,
        code: `W-${phase}-${gate}`,
        gate,
        servesPhases: [phase],
        ...dated(day(100, 500)),
      })),
    ),
    projects: Array.from({ length: 200 }, (_, index) => ({
      ...tinyProject(`P-${index}`),
      stages: (['contracted', 'construction', 'production'] as const).map((stage, later) => ({
        stage,
        on: day(200 + later * 150, 150),
      })),
    })),
    gates: parcels.flatMap(({ code }): GateRecord[] => {
      const reach = 1 + below(3);
      return (['approved', 'acquired', 'levelled'] as const).slice(0, reach).map((gate, later) => {
        return { parcel: code, gate, document: null, ...dated(day(later * 150, 150)) };
      });
    }),
    claims: parcels.flatMap(({ code }) => {
      if (below(4) > 0) return [];
      const claim = {
        id: code,
        parcel: code,
        project: `P-${below(200)}`,
        untilOn: null,
        startBy: null,
        finishBy: null,
      };
      return [{ ...claim, kind: below(2) ? ('contract' as const) : ('reservation' as const), fromOn: day(150, 150) }];
    }),
    touched: [],
  };
  return parkFacts(rows);
}

/** Even numbers in [0, 1), the same for the same seed (Mulberry32, public domain). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

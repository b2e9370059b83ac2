import { parkFacts, type FactRows, type ParkFacts } from '../../domain/park/facts.ts';
import type { Park } from '../../domain/park/schema.ts';
import type { Parcel } from '../../domain/parcel/schema.ts';
import type { Project } from '../../domain/project/schema.ts';
import type { Stretch } from '../../domain/road/schema.ts';

const hectare = 20_000_000_000;

export const tinyPark: Park = {
  code: 'tiny',
  name: '小园',
  nameEn: 'Tiny Park',
  county: '光泽县',
  countyEn: 'Guangze County',
  epsg: 4548,
  originEast: 530_000,
  originNorth: 3_044_000,
  schematic: true,
  dataAsOf: '2007-11-30',
  timelineFrom: '2007-02-01',
  timelineTo: '2008-12-31',
  gatesForSupply: ['approved', 'acquired', 'levelled', 'road', 'power'],
  gatesForService: ['levelled', 'road', 'power', 'water'],
  roadGateLayer: 'subgrade',
};

/**
 *   R0  K0+000 ------------------------------------------ K1+000
 *       | A-01 0-250 | A-02 250-500 | A-03 500-750 | B-01 750-1000 |      one hectare each, B in phase 2
 */
export function tinyParcel(code: string, fromMetres: number, phase = '1'): Parcel {
  return {
    code,
    planVersion: 'v1',
    standard: 'GBJ137-90',
    landUse: 'M2',
    phase,
    farMin: 0.8,
    farMax: null,
    coverageMinPercent: 30,
    greenMaxPercent: 20,
    heightMaxMetres: 24,
    registeredSquareMetres: null,
    access: { road: 'R0', fromMetres, toMetres: fromMetres + 250, side: 'left' },
    twiceAreaSquareMillimetres: hectare,
  };
}

export function tinyProject(code: string, stage: 'planned' | 'construction' = 'planned'): Project {
  return {
    code,
    name: `项目${code}`,
    nameEn: `Project ${code}`,
    company: '甲公司',
    companyEn: 'Company A',
    product: '竹制品',
    productEn: 'Bamboo',
    cluster: '竹木',
    clusterEn: 'Bamboo and wood',
    kind: 'industrial',
    totalInvestmentYuan: 10_000_000,
    fixedInvestmentYuan: 8_000_000,
    landWantedSquareMetres: null,
    outputPerYear: null,
    officer: '张三',
    stages: [{ stage, on: '2007-03-01' }],
    progress: [],
    idleCause: null,
  };
}

export function tinyStretch(id: string, change: Partial<Stretch> = {}): Stretch {
  return {
    id,
    road: 'R0',
    layer: 'subgrade',
    side: 'full',
    fromMetres: 0,
    toMetres: 500,
    plannedOn: null,
    doneOn: '2007-10-01',
    section: null,
    quantity: null,
    unit: null,
    ...change,
  };
}

/** A park of four parcels: ready on 2007-11-30, A-03 waits for its road, B-01 is only approved. */
export function tinyFacts(change: Partial<FactRows> = {}): ParkFacts {
  const levelled = ['A-01', 'A-02', 'A-03'].flatMap((parcel) => [
    { parcel, gate: 'approved' as const, plannedOn: null, doneOn: '2007-03-01', document: '批次一' },
    { parcel, gate: 'acquired' as const, plannedOn: null, doneOn: '2007-05-01', document: null },
    { parcel, gate: 'levelled' as const, plannedOn: '2007-09-01', doneOn: '2007-09-15', document: null },
  ]);
  return parkFacts({
    park: tinyPark,
    seq: 0,
    planVersions: [
      {
        code: 'v1',
        name: '总规',
        nameEn: 'Master plan',
        designer: '设计院',
        inForceFrom: '2007-02-01',
        standard: 'GBJ137-90',
        twiceAreaSquareMillimetres: 5 * hectare,
      },
    ],
    phases: [
      { code: '1', name: '一期', nameEn: 'Phase 1', twiceAreaSquareMillimetres: 4 * hectare },
      { code: '2', name: '二期', nameEn: 'Phase 2', twiceAreaSquareMillimetres: hectare },
    ],
    zones: [
      zone('Z-1', 'M2', 'parcel', '1', 3 * hectare),
      zone('Z-2', 'S1', 'road', '1', hectare / 2),
      zone('Z-3', 'G2', 'green', '1', hectare / 2),
      zone('Z-4', 'M2', 'parcel', '2', hectare),
    ],
    parcels: [tinyParcel('A-01', 0), tinyParcel('A-02', 250), tinyParcel('A-03', 500), tinyParcel('B-01', 750, '2')],
    roads: [
      {
        code: 'R0',
        name: '大道',
        nameEn: 'Avenue',
        class: 'main',
        designWidthMetres: 30,
        equations: [],
        lengthMetres: 1000,
      },
    ],
    surveys: [],
    sections: [],
    payments: [],
    milestones: [],
    targets: [],
    funds: [],
    works: [
      {
        code: 'W-1',
        name: '供电专线',
        nameEn: 'Power line',
        kind: 'power-line',
        gate: 'power',
        servesPhases: ['1'],
        plannedOn: null,
        doneOn: '2007-08-01',
      },
      {
        code: 'W-2',
        name: '供水',
        nameEn: 'Water',
        kind: 'water-pipe',
        gate: 'water',
        servesPhases: ['1', '2'],
        plannedOn: '2007-12-31',
        doneOn: null,
      },
    ],
    projects: [tinyProject('P-01'), tinyProject('P-02'), tinyProject('P-03', 'construction')],
    gates: [...levelled, { parcel: 'B-01', gate: 'approved', plannedOn: null, doneOn: '2007-06-01', document: null }],
    stretches: [
      tinyStretch('S-1'),
      tinyStretch('S-2', { fromMetres: 500, toMetres: 1000, plannedOn: '2007-12-31', doneOn: null }),
    ],
    claims: [],
    touched: [],
    ...change,
  });
}

function zone(code: string, landUse: string, account: 'parcel' | 'road' | 'green', phase: string, twice: number) {
  return {
    code,
    planVersion: 'v1',
    standard: 'GBJ137-90',
    landUse,
    phase,
    name: null,
    account,
    twiceAreaSquareMillimetres: twice,
  };
}

/** The context of a rule: a fixed today and counted ids. */
export function tinyContext(today = '2026-11-23'): { today: string; newId: () => string } {
  let count = 0;
  return { today, newId: () => `N-${(count += 1)}` };
}

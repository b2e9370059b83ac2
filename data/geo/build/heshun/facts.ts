import type { Feature } from '../geojson.ts';
import type { Point } from '../shape/curve.ts';
import { toMillimetres } from '../cover/plane.ts';
import type { Road } from '../shape/roads.ts';
import { origin } from './landscape.ts';

export const park = {
  code: 'heshun',
  name: '和顺工业园',
  nameEn: 'Heshun Industrial Park',
  county: '光泽县',
  countyEn: 'Guangze County',
  epsg: 4548,
  originEast: origin.east,
  originNorth: origin.north,
  schematic: true,
  dataAsOf: '2007-11-30',
  timelineFrom: '2007-02-01',
  timelineTo: '2008-12-31',
  gatesForSupply: ['approved', 'acquired', 'levelled', 'road', 'power'],
  gatesForService: ['levelled', 'road', 'power', 'water'],
  roadGateLayer: 'subgrade',
};

export const project = {
  code: 'P-01',
  name: '混凝土搅拌站项目',
  nameEn: 'Ready-mixed concrete plant',
  company: '示例和顺建材有限公司',
  companyEn: 'Heshun Materials (sample)',
  product: '商品混凝土',
  productEn: 'Ready-mixed concrete',
  cluster: '新型建材',
  clusterEn: 'New building materials',
  kind: 'industrial',
  totalInvestmentYuan: 10_000_000,
  fixedInvestmentYuan: 8_000_000,
  landWantedSquareMetres: 18_333,
  outputPerYear: { quantity: 10_000, unit: 'm³', unitEn: 'm³' },
  officer: '招商专员乙',
  stages: [
    { stage: 'negotiating', on: '2007-05-10' },
    { stage: 'reserved', on: '2007-07-05' },
    { stage: 'contracted', on: '2007-09-28' },
    { stage: 'construction', on: '2007-11-06' },
  ],
  progress: [{ on: '2007-11-28', investedYuan: 1_200_000, developedSquareMetres: 2_600, isStopped: false }],
};

export function works(road: Road): Feature[] {
  const line = (points: readonly Point[]): Feature['shape'] => ({
    type: 'LineString',
    line: points.map(toMillimetres),
  });
  return [
    {
      shape: line(road.path.parallel(-13, 0, 950)),
      properties: {
        code: 'W-01',
        name: '10 kV 供电线',
        nameEn: '10 kV line',
        kind: 'power-line',
        gate: 'power',
        servesPhases: ['1'],
        plannedOn: '2007-08-31',
        doneOn: '2007-08-20',
      },
    },
    {
      shape: line(road.path.parallel(12, 0, 950)),
      properties: {
        code: 'W-02',
        name: '供水管',
        nameEn: 'Water pipe',
        kind: 'water-pipe',
        gate: 'water',
        servesPhases: ['1'],
        plannedOn: '2008-03-31',
        doneOn: null,
      },
    },
  ];
}

export function stretches(road: Road, lane: Road): object[] {
  const end = Math.floor(road.path.length * 10) / 10;
  const row = (id: string, from: number, to: number, plannedOn: string, doneOn: string | null) => ({
    id,
    road: 'R0',
    layer: 'subgrade',
    side: 'full',
    fromMetres: from,
    toMetres: to,
    plannedOn,
    doneOn,
    section: null,
    quantity: null,
    unit: null,
  });
  return [
    row('S-001', 0, 640, '2007-08-31', '2007-08-25'),
    row('S-002', 640, end, '2008-05-31', null),
    { ...row('S-003', 0, Math.floor(lane.path.length * 10) / 10, '2008-06-30', null), road: 'L1' },
  ];
}

export function gates(parcel: string, ready: boolean): object[] {
  const day = (plannedOn: string, done: boolean) => ({ plannedOn, doneOn: done ? plannedOn : null });
  return [
    { parcel, gate: 'approved', ...day('2007-04-10', true), document: '示例〔2007〕和顺批次' },
    { parcel, gate: 'acquired', ...day('2007-05-20', true), document: null },
    { parcel, gate: 'levelled', ...day(ready ? '2007-09-05' : '2008-04-30', ready), document: null },
    { parcel, gate: 'telecom', ...day('2008-06-30', false), document: null },
  ];
}

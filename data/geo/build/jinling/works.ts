import { axisChainage } from './land.ts';
import type { Point } from '../shape/curve.ts';
import { spline } from '../shape/curve.ts';
import type { Feature, Properties, Shape } from '../geojson.ts';
import { valley, valleyLine } from './frame.ts';
import { standardFactoryChainage } from './parcels.ts';
import type { Vertex } from '../cover/node.ts';
import { toMillimetres } from '../cover/plane.ts';
import type { Road } from '../shape/roads.ts';

type Row = {
  code: string;
  name: string;
  nameEn: string;
  kind: string;
  gate: string | null;
  servesPhases: string[];
  plannedOn: string | null;
  doneOn: string | null;
  shape: Shape;
};

/** `zone` finds the rings of a planned zone by its name, so that works stand exactly on their land. */
export function listWorks(roads: readonly Road[], zone: (name: string) => Vertex[][]): Feature[] {
  const road = (code: string) => roads.find((r) => r.code === code)!.path;
  const line = (points: readonly Point[]): Shape => ({ type: 'LineString', line: points.map(toMillimetres) });
  const polygon = (rings: Vertex[][]): Shape => ({ type: 'Polygon', rings });
  const avenue = road('R0');
  const block = (from: number, to: number, near: number, far: number): Shape => {
    const front = avenue.parallel(near, from, to);
    const back = avenue.parallel(far, from, to);
    return polygon([[front[0]!, front.at(-1)!, back.at(-1)!, back[0]!].map(toMillimetres)]);
  };
  const c = axisChainage;
  const plant = zone('自来水厂')[0]!;
  const gate = { x: plant[0]!.x, y: plant[0]!.y };
  const all = ['1', '2', '3'];
  const rows: Row[] = [
    {
      code: 'W-01',
      name: '施工供电专线',
      nameEn: 'Construction power line',
      kind: 'power-line',
      gate: 'power',
      servesPhases: all,
      plannedOn: '2007-10-31',
      doneOn: '2007-10-18',
      shape: line(
        spline(
          [
            valley(-2600, 1250),
            valley(-1500, 900),
            valley(-500, 640),
            valley(230, 330),
            ...road('R2').parallel(14, 330, 640),
          ],
          0.5,
        ),
      ),
    },
    {
      code: 'W-02',
      name: '110 kV 变电站',
      nameEn: '110 kV substation',
      kind: 'substation',
      gate: 'power',
      servesPhases: all,
      plannedOn: '2008-10-31',
      doneOn: null,
      shape: polygon(zone('110 kV 变电站')),
    },
    {
      code: 'W-03',
      name: '施工供水管道',
      nameEn: 'Construction water pipe',
      kind: 'water-pipe',
      gate: 'water',
      servesPhases: ['1', '2'],
      plannedOn: '2007-12-31',
      doneOn: null,
      shape: line([...valleyLine([[-260, 330]]), ...avenue.parallel(-19, 10, 1700)]),
    },
    {
      code: 'W-04',
      name: '输水管道',
      nameEn: 'Water main',
      kind: 'water-pipe',
      gate: 'water',
      servesPhases: all,
      plannedOn: '2008-09-30',
      doneOn: null,
      shape: {
        type: 'LineString',
        line: [
          ...spline(
            valleyLine([
              [150, 2300],
              [260, 1700],
              [420, 1200],
              [520, 860],
            ]),
            0.5,
          ).map(toMillimetres),
          gate,
        ],
      },
    },
    {
      code: 'W-05',
      name: '自来水厂（4 万吨/日）',
      nameEn: 'Waterworks (40,000 t/day)',
      kind: 'waterworks',
      gate: 'water',
      servesPhases: all,
      plannedOn: '2008-12-31',
      doneOn: null,
      shape: polygon(zone('自来水厂')),
    },
    {
      code: 'W-06',
      name: '污水处理厂',
      nameEn: 'Sewage works',
      kind: 'sewage-works',
      gate: 'sewage',
      servesPhases: all,
      plannedOn: '2008-12-31',
      doneOn: null,
      shape: polygon(zone('污水处理厂')),
    },
    {
      code: 'W-07',
      name: '污水主干管',
      nameEn: 'Trunk sewer',
      kind: 'sewer',
      gate: null,
      servesPhases: all,
      plannedOn: '2008-11-30',
      doneOn: null,
      shape: line([
        ...road('R1').parallel(-7, 40, 2700),
        ...valleyLine([
          [2960, -240],
          [3180, -300],
        ]),
      ]),
    },
    {
      code: 'W-08',
      name: '标准厂房（1 万 m²）',
      nameEn: 'Standard factory (10,000 m²)',
      kind: 'building',
      gate: null,
      servesPhases: [],
      plannedOn: '2008-11-30',
      doneOn: null,
      shape: {
        type: 'MultiPolygon',
        polygons: [0, 1].map((k) => [
          avenue
            .strip(60 + k * 52, 88 + k * 52, standardFactoryChainage - 32, standardFactoryChainage + 32)
            .map(toMillimetres),
        ]),
      },
    },
    {
      code: 'W-09',
      name: '管理中心大楼',
      nameEn: 'Management centre',
      kind: 'building',
      gate: null,
      servesPhases: [],
      plannedOn: '2008-08-31',
      doneOn: null,
      shape: block(c - 44, c + 44, 118, 140),
    },
    {
      code: 'W-10',
      name: '管理中心广场',
      nameEn: 'Plaza',
      kind: 'plaza',
      gate: null,
      servesPhases: [],
      plannedOn: '2008-10-31',
      doneOn: null,
      shape: polygon(zone('管理中心广场')),
    },
  ];
  return rows.map(({ shape, ...properties }) => ({ shape, properties: properties as Properties }));
}

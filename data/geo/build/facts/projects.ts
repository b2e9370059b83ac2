import { muOf } from './gates.ts';
import type { Parcel } from '../jinling/parcels.ts';

export type Stage = {
  stage: 'planned' | 'negotiating' | 'reserved' | 'contracted' | 'construction' | 'production';
  on: string;
};
export type Claim = {
  id: string;
  project: string;
  parcel: string;
  kind: 'hold' | 'reservation' | 'contract';
  fromOn: string;
  untilOn: string | null;
  startBy: string | null;
  finishBy: string | null;
};
type Row = readonly [
  name: string,
  nameEn: string,
  company: string,
  companyEn: string,
  product: string,
  productEn: string,
  cluster: keyof typeof clusters,
  totalWan: number,
  wantedMu: number,
  officer: number,
];

const clusters = {
  food: ['绿色食品加工', 'Food processing'],
  bamboo: ['竹木精深加工', 'Bamboo and timber'],
  building: ['新型建材', 'New building materials'],
  machine: ['机械电子', 'Machinery and electronics'],
} as const;

const officers = ['招商专员甲', '招商专员乙', '招商专员丙'] as const;

/** Names of companies and officers are invented. */
const reserved: readonly (Row & { readonly length: 10 })[] = [
  [
    '肉鸡深加工项目',
    'Poultry processing',
    '示例谷丰食品有限公司',
    'Gufeng Foods (sample)',
    '熟食制品',
    'Cooked poultry',
    'food',
    12000,
    110,
    0,
  ],
  [
    '竹胶合板项目',
    'Bamboo plywood',
    '示例翠岭竹业有限公司',
    'Cuiling Bamboo (sample)',
    '竹胶合板',
    'Bamboo plywood',
    'bamboo',
    9600,
    95,
    1,
  ],
  [
    '加气混凝土砌块项目',
    'Aerated concrete blocks',
    '示例闽北新型建材有限公司',
    'Minbei Building Materials (sample)',
    '加气混凝土砌块',
    'Aerated concrete blocks',
    'building',
    8500,
    80,
    2,
  ],
  [
    '汽车零配件项目',
    'Vehicle parts',
    '示例恒启机械有限公司',
    'Hengqi Machinery (sample)',
    '制动零件',
    'Brake parts',
    'machine',
    7200,
    70,
    0,
  ],
  [
    '茶叶精制项目',
    'Tea refining',
    '示例岭上茶业有限公司',
    'Lingshang Tea (sample)',
    '精制茶',
    'Refined tea',
    'food',
    6800,
    55,
    1,
  ],
  [
    '实木家具项目',
    'Solid-wood furniture',
    '示例木和家具有限公司',
    'Muhe Furniture (sample)',
    '实木家具',
    'Furniture',
    'bamboo',
    5500,
    60,
    2,
  ],
  [
    '塑钢型材项目',
    'Window profiles',
    '示例安筑型材有限公司',
    'Anzhu Profiles (sample)',
    '塑钢型材',
    'Window profiles',
    'building',
    4600,
    45,
    0,
  ],
  [
    '电子线圈项目',
    'Electronic coils',
    '示例晨辉电子有限公司',
    'Chenhui Electronics (sample)',
    '电感线圈',
    'Inductor coils',
    'machine',
    4000,
    35,
    1,
  ],
];

const planned: readonly Row[] = [
  ['冷链配送中心', 'Cold-chain centre', '', '', '冷链仓储', 'Cold storage', 'food', 6000, 60, 0],
  ['食用菌加工', 'Mushroom processing', '', '', '食用菌制品', 'Mushroom products', 'food', 3500, 40, 1],
  ['饲料加工', 'Feed mill', '', '', '配合饲料', 'Compound feed', 'food', 5200, 60, 2],
  ['竹炭制品', 'Bamboo charcoal', '', '', '竹炭', 'Bamboo charcoal', 'bamboo', 2800, 35, 0],
  ['竹地板', 'Bamboo flooring', '', '', '竹地板', 'Bamboo flooring', 'bamboo', 6500, 70, 1],
  ['木制工艺品', 'Wooden craftware', '', '', '木制工艺品', 'Wooden craftware', 'bamboo', 2200, 25, 2],
  ['钢结构构件', 'Steel components', '', '', '钢结构构件', 'Steel components', 'building', 7500, 80, 0],
  ['建筑陶瓷', 'Building ceramics', '', '', '建筑陶瓷', 'Building ceramics', 'building', 9000, 100, 1],
  ['石材加工', 'Stone cutting', '', '', '石材板材', 'Stone slabs', 'building', 3000, 40, 2],
  ['小型电机', 'Small motors', '', '', '小型电机', 'Small motors', 'machine', 4800, 45, 0],
  ['农机装配', 'Farm machinery', '', '', '小型农机', 'Small farm machines', 'machine', 4200, 50, 1],
  ['LED 照明', 'LED lighting', '', '', 'LED 灯具', 'LED lamps', 'machine', 5600, 40, 2],
];

export function listProjects() {
  const row = (
    [name, nameEn, company, companyEn, product, productEn, cluster, totalWan, wantedMu, officer]: Row,
    code: string,
    stages: Stage[],
  ) => ({
    code,
    name,
    nameEn,
    company: company || '待招商',
    companyEn: companyEn || 'Open to investors',
    product,
    productEn,
    cluster: clusters[cluster][0],
    clusterEn: clusters[cluster][1],
    kind: 'industrial',
    totalInvestmentYuan: totalWan * 10_000,
    fixedInvestmentYuan: stages.length > 1 ? Math.round(totalWan * 0.72) * 10_000 : null,
    landWantedSquareMetres: Math.round((wantedMu * 2000) / 3),
    outputPerYear: null,
    officer: officers[officer]!,
    stages,
  });
  const code = (i: number): string => `P-${String(i).padStart(2, '0')}`;
  return [
    ...reserved.map((r, i) => row(r, code(i + 1), bookedStages(i))),
    ...planned.map((r, i) =>
      row(r, code(reserved.length + i + 1), [{ stage: 'planned', on: i < 7 ? '2007-03-20' : '2007-08-15' }]),
    ),
    {
      code: code(reserved.length + planned.length + 1),
      name: '园区管理中心',
      nameEn: 'Park Management Centre',
      company: '金岭工业园管理委员会',
      companyEn: 'Jinling Park Management Committee',
      product: '行政服务',
      productEn: 'Public services',
      cluster: '公共设施',
      clusterEn: 'Public facilities',
      kind: 'public',
      totalInvestmentYuan: 12_000_000,
      fixedInvestmentYuan: 12_000_000,
      landWantedSquareMetres: null,
      outputPerYear: null,
      officer: officers[2],
      stages: [
        { stage: 'planned', on: '2007-02-08' },
        { stage: 'contracted', on: '2007-07-16' },
      ] satisfies Stage[],
    },
  ];
}

const bookedOn = [
  '2007-07-12',
  '2007-08-06',
  '2007-08-28',
  '2007-09-14',
  '2007-09-29',
  '2007-10-22',
  '2007-11-09',
  '2007-11-26',
] as const;

function bookedStages(i: number): Stage[] {
  return [
    { stage: 'planned', on: '2007-03-20' },
    { stage: 'negotiating', on: `2007-0${4 + (i % 3)}-1${i}` },
    { stage: 'reserved', on: bookedOn[i]! },
  ];
}

/** Each booked project takes a run of neighbouring available parcels of about the size it wants. */
export function listClaims(available: readonly Parcel[], readyOn: (parcel: Parcel) => string, office: Parcel): Claim[] {
  const free = available.filter((p) => p.landUse.startsWith('M') || p.landUse === 'W1');
  const rows: Omit<Claim, 'id'>[] = [];
  reserved.forEach((row, i) => {
    const run = bestRun(free, row[8]);
    for (const parcel of run) {
      free.splice(free.indexOf(parcel), 1);
      const ready = readyOn(parcel);
      rows.push({
        project: `P-${String(i + 1).padStart(2, '0')}`,
        parcel: parcel.code,
        kind: 'reservation',
        fromOn: bookedOn[i]! > ready ? bookedOn[i]! : ready,
        untilOn: null,
        startBy: null,
        finishBy: null,
      });
    }
  });
  rows.push({
    project: `P-${reserved.length + planned.length + 1}`,
    parcel: office.code,
    kind: 'contract',
    fromOn: '2007-07-16',
    untilOn: null,
    startBy: '2007-10-31',
    finishBy: '2008-12-31',
  });
  return rows.map((row, i) => ({ id: `C-${String(i + 1).padStart(2, '0')}`, ...row }));
}

function bestRun(free: readonly Parcel[], wantedMu: number): Parcel[] {
  let best: { off: number; run: Parcel[] } = { off: Infinity, run: [] };
  free.forEach((first) => {
    const alike = free.filter((p) => p.code[0] === first.code[0] && p.landUse === first.landUse);
    const start = alike.indexOf(first);
    for (let n = 1; n <= 3; n++) {
      const run = alike.slice(start, start + n);
      const spread =
        run.length > 1
          ? Math.hypot(
              run[0]!.middle[0] - run[run.length - 1]!.middle[0],
              run[0]!.middle[1] - run[run.length - 1]!.middle[1],
            )
          : 0;
      const off = Math.abs(muOf(run) - wantedMu) + n * 3 + (spread > 170 * (n - 1) ? 60 : 0);
      if (run.length === n && off < best.off) best = { off, run };
    }
  });
  return best.run;
}

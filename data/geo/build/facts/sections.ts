import { addDays } from '../../../../domain/day.ts';

type Row = readonly [
  code: string,
  name: string,
  nameEn: string,
  road: string | null,
  tender: readonly [on: string, controlYuan: number, winningYuan: number, winner: string, winnerEn: string] | null,
  earthwork: readonly [planned: number, certified: number, cut: number, fill: number] | null,
];

/** Invented in their parts: the sums are those of the year's report (F7, F16), and stand nowhere but here, in parts. */
const sections: readonly Row[] = [
  [
    'T-01',
    '主干道一标段土石方及路基',
    'Avenue lot 1, earthwork and subgrade',
    'R0',
    ['2007-01-26', 1865000, 1208500, '示例路桥工程公司', 'Sample Road and Bridge'],
    [235000, 228400, 136000, 99000],
  ],
  [
    'T-02',
    '主干道二标段土石方及路基',
    'Avenue lot 2, earthwork and subgrade',
    'R0',
    ['2007-03-15', 1542000, 1031600, '示例土石方工程公司', 'Sample Earthworks'],
    [248000, 236100, 136000, 112000],
  ],
  [
    'T-03',
    '主干道三标段土石方及路基',
    'Avenue lot 3, earthwork and subgrade',
    'R0',
    ['2007-07-20', 1238600, 869500, '示例市政工程公司', 'Sample Municipal Works'],
    [212000, 96300, 131000, 81000],
  ],
  [
    'T-04',
    '滨溪路一标段路基',
    'Riverside Road lot 1, subgrade',
    'R1',
    ['2007-07-25', 1126400, 758100, '示例建设集团', 'Sample Construction'],
    [156000, 88200, 73000, 83000],
  ],
  [
    'T-05',
    '滨溪路二标段路基',
    'Riverside Road lot 2, subgrade',
    'R1',
    ['2007-10-12', 986300, 705200, '示例路桥工程公司', 'Sample Road and Bridge'],
    [118000, 0, 52000, 66000],
  ],
  [
    'T-06',
    '山前路一标段路基',
    'Hill-foot Road lot 1, subgrade',
    'R2',
    ['2007-07-18', 1054200, 694700, '示例土石方工程公司', 'Sample Earthworks'],
    [168000, 104700, 119000, 49000],
  ],
  [
    'T-07',
    '山前路二标段路基',
    'Hill-foot Road lot 2, subgrade',
    'R2',
    ['2007-10-12', 874500, 606900, '示例市政工程公司', 'Sample Municipal Works'],
    [124000, 0, 82000, 42000],
  ],
  [
    'T-08',
    '金华路路基',
    'Jinhua Road, subgrade',
    'R3',
    ['2007-06-22', 912800, 618900, '示例建设集团', 'Sample Construction'],
    [142000, 91500, 74000, 68000],
  ],
  [
    'T-09',
    '金瑞路路基',
    'Jinrui Road, subgrade',
    'R4',
    ['2007-09-14', 768400, 556300, '示例路桥工程公司', 'Sample Road and Bridge'],
    [96000, 41600, 47000, 49000],
  ],
  [
    'T-10',
    '金溪路路基',
    'Jinxi Road, subgrade',
    'R5',
    ['2007-10-26', 692700, 458600, '示例土石方工程公司', 'Sample Earthworks'],
    [131000, 12800, 60000, 71000],
  ],
  [
    'T-11',
    '主干道雨污水管网',
    'Avenue drains and sewers',
    'R0',
    ['2007-08-30', 815600, 578300, '示例市政工程公司', 'Sample Municipal Works'],
    null,
  ],
  [
    'T-12',
    '施工供电专线',
    'Construction power line',
    null,
    ['2007-05-18', 643900, 419200, '示例建设集团', 'Sample Construction'],
    null,
  ],
  [
    'T-13',
    '施工供水管道',
    'Construction water pipe',
    null,
    ['2007-10-19', 588200, 432900, '示例路桥工程公司', 'Sample Road and Bridge'],
    null,
  ],
  [
    'T-14',
    '主干道路面监理',
    'Avenue surfacing, supervision',
    'R0',
    ['2007-11-09', 547300, 376500, '示例土石方工程公司', 'Sample Earthworks'],
    null,
  ],
  [
    'T-15',
    '主干道绿化设计施工',
    'Avenue planting',
    'R0',
    ['2007-11-16', 493000, 357000, '示例市政工程公司', 'Sample Municipal Works'],
    null,
  ],
  ['T-16', '一期 A 地块场平', 'Phase 1 levelling, group A', null, null, [228000, 213600, 144000, 84000]],
  ['T-17', '一期 B、F 地块场平', 'Phase 1 levelling, groups B and F', null, null, [214000, 187900, 122000, 92000]],
  ['T-18', '一期 C、G 地块场平', 'Phase 1 levelling, groups C and G', null, null, [178000, 132400, 107000, 71000]],
];

/** Sections let without a tender of their own: contract day and price. */
const directContracts: Readonly<Record<string, readonly [on: string, priceYuan: number]>> = {
  'T-16': ['2007-04-18', 4_180_000],
  'T-17': ['2007-07-05', 4_060_000],
  'T-18': ['2007-08-10', 3_420_000],
};

const certificateDays = ['2007-06-30', '2007-08-31', '2007-10-31', '2007-11-28'];

/** What was certified, spread over the measuring days after the contract; cut and fill keep the plan's proportion. */
function certificatesOf(contractOn: string, [planned, certified, cut]: readonly [number, number, number, number]) {
  const days = certificateDays.filter((day) => day > contractOn);
  const upTo = (total: number, n: number): number => Math.round((total * n) / days.length / 100) * 100;
  const cutTotal = Math.round((certified * cut) / planned / 100) * 100;
  const part = (total: number, n: number): number => upTo(total, n + 1) - upTo(total, n);
  return certified === 0
    ? []
    : days.map((on, n) => ({
        on,
        cutCubicMetres: part(cutTotal, n),
        fillCubicMetres: part(certified - cutTotal, n),
      }));
}

export const listSections = () =>
  sections.map(([code, name, nameEn, road, tender, earthwork]) => {
    const [on, priceYuan] = tender ? [addDays(tender[0], 12), tender[2]] : directContracts[code]!;
    return {
      code,
      name,
      nameEn,
      road,
      tender: tender && {
        on: tender[0],
        controlYuan: tender[1],
        winningYuan: tender[2],
        winner: tender[3],
        winnerEn: tender[4],
      },
      contract: on <= '2007-11-30' ? { on, priceYuan, settledYuan: code === 'T-12' ? 408_600 : null } : null,
      earthwork: earthwork && {
        plannedCutCubicMetres: earthwork[2],
        plannedFillCubicMetres: earthwork[3],
        certificates: certificatesOf(on, earthwork),
      },
    };
  });

/** F6 in parts: section, day, yuan, what for. */
const payments: readonly (readonly [string | null, string, number, string, string])[] = [
  [null, '2007-02-14', 3200000, '一期征地补偿（第一笔）', 'Land compensation, phase 1, first'],
  [null, '2007-03-09', 420000, '总体规划及一期控规', 'Master plan and detailed plan of phase 1'],
  [null, '2007-03-30', 318000, '一期道路施工设计', 'Road design of phase 1'],
  ['T-01', '2007-04-06', 680000, '预付款', 'Advance'],
  [null, '2007-04-27', 286000, '1:1000 地形测量', 'Survey 1:1000'],
  ['T-02', '2007-05-11', 540000, '预付款', 'Advance'],
  [null, '2007-05-25', 3600000, '一期征地补偿（第二笔）', 'Land compensation, phase 1, second'],
  ['T-16', '2007-06-20', 2150000, '场平进度款', 'Levelling, progress'],
  ['T-01', '2007-06-28', 410000, '进度款', 'Progress payment'],
  ['T-12', '2007-06-29', 396000, '供电专线进度款', 'Power line, progress'],
  [null, '2007-06-29', 164000, '管理中心修建性详规', 'Site plan of the management centre'],
  [null, '2007-08-17', 2900000, '一期征地补偿（第三笔）', 'Land compensation, phase 1, third'],
  ['T-08', '2007-08-24', 312000, '预付款', 'Advance'],
  ['T-16', '2007-08-30', 1720000, '场平进度款', 'Levelling, progress'],
  ['T-03', '2007-09-14', 460000, '预付款', 'Advance'],
  ['T-06', '2007-09-18', 380000, '预付款', 'Advance'],
  ['T-04', '2007-09-21', 395000, '预付款', 'Advance'],
  ['T-17', '2007-09-26', 2380000, '场平进度款', 'Levelling, progress'],
  ['T-02', '2007-09-28', 365000, '进度款', 'Progress payment'],
  [null, '2007-10-12', 1850000, '村道改线及拆迁安置', 'Village road and resettlement'],
  ['T-18', '2007-10-24', 1360000, '场平进度款', 'Levelling, progress'],
  ['T-11', '2007-10-30', 355000, '进度款', 'Progress payment'],
  ['T-17', '2007-11-08', 1240000, '场平进度款', 'Levelling, progress'],
  ['T-08', '2007-11-16', 168000, '进度款', 'Progress payment'],
  ['T-18', '2007-11-22', 985000, '场平进度款', 'Levelling, progress'],
  [null, '2007-11-29', 1466000, '青苗及地上物补偿', 'Crops and structures, compensation'],
];

export const listPayments = () =>
  payments.map(([section, on, amountYuan, note, noteEn], i) => ({
    id: `Z-${String(i + 1).padStart(2, '0')}`,
    section,
    on,
    amountYuan,
    note,
    noteEn,
  }));

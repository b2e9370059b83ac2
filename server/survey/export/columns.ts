import type { AsOf } from '../../../domain/day.ts';
import { twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import { roundedInUnit } from '../../../domain/geometry/area-units.ts';
import type { Placed } from '../../../domain/ledger/land-parts.ts';
import type { ParkFacts } from '../../../domain/park/facts.ts';
import type { LandUse } from '../../../domain/park/schema.ts';
import { parcelState } from '../../../domain/parcel/parcel-state.ts';
import type { Parcel } from '../../../domain/parcel/schema.ts';
import type { Language, Words } from '../../../domain/survey/words/words.ts';
import { claimWords, statusWords } from './state-words.ts';

/**
 * What stands beside code and boundary, under names in pinyin that a dBASE table has room for. It is what the addresses
 * of parcels and projects tell everybody. 项目名称 has a name of its own: readers take XMMC for the name of the land.
 */
export const exportColumns = {
  DKMJ_M2: ['地块面积(平方米)', 'Area (m2)'],
  DKMJ_MU: ['地块面积(亩)', 'Area (mu)'],
  DJMJ_M2: ['登记面积(平方米)', 'Registered area (m2)'],
  YDBZ: ['用地分类标准', 'Land-use standard'],
  YDDM: ['用地代码', 'Land-use code'],
  YDMC: ['用地类别', 'Land use'],
  FQDM: ['分期代码', 'Phase code'],
  FQMC: ['分期', 'Phase'],
  GHBB: ['规划版本', 'Plan version'],
  ZTDM: ['状态代码', 'Status code'],
  ZTMC: ['状态', 'Status'],
  ZTRQ: ['状态日期', 'Status as of'],
  SJRQ: ['数据截至', 'Known until'],
  RJLXX: ['容积率下限', 'FAR, least'],
  RJLSX: ['容积率上限', 'FAR, most'],
  JZMDXX: ['建筑密度下限(%)', 'Coverage, least (%)'],
  LDLSX: ['绿地率上限(%)', 'Green, most (%)'],
  JZXG: ['建筑限高(米)', 'Height, most (m)'],
  XMBH: ['用地项目编号', 'Project code'],
  YDXM: ['用地项目', 'Project'],
  ZYDM: ['占用代码', 'Claim code'],
  ZYLX: ['占用类型', 'Claim'],
} as const satisfies Record<string, Words>;

export type ExportColumn = keyof typeof exportColumns;
export type ExportRow = Readonly<Record<ExportColumn, string | number | null>>;

interface Told {
  readonly asOf: AsOf;
  readonly language: Language;
  readonly landUse: Pick<LandUse, 'name' | 'nameEn'> | null;
}

/** The columns of a parcel as of a day; its areas are those of the boundary given. */
export function rowOf(
  facts: ParkFacts,
  { fields: parcel, polygons }: Placed<Parcel>,
  { asOf, language, landUse }: Told,
): ExportRow {
  const { status, claim } = parcelState(facts, parcel, asOf);
  const project = claim && (facts.projects.get(claim.project) ?? null);
  const phase = facts.phases.find(({ code }) => code === parcel.phase) ?? null;
  const nameOf = (named: { name: string; nameEn: string } | null) =>
    named && named[language === 'zh' ? 'name' : 'nameEn'];
  const twice = twiceAreaSquareMillimetres(polygons);
  return {
    DKMJ_M2: roundedInUnit(twice, 'm2', 'exported'),
    DKMJ_MU: roundedInUnit(twice, 'mu', 'exported'),
    DJMJ_M2: parcel.registeredSquareMetres,
    YDBZ: parcel.standard,
    YDDM: parcel.landUse,
    YDMC: nameOf(landUse),
    FQDM: parcel.phase,
    FQMC: nameOf(phase),
    GHBB: parcel.planVersion,
    ZTDM: status,
    ZTMC: wordIn(statusWords[status], language),
    ZTRQ: asOf.on,
    SJRQ: asOf.knownOn,
    RJLXX: parcel.farMin,
    RJLSX: parcel.farMax,
    JZMDXX: parcel.coverageMinPercent,
    LDLSX: parcel.greenMaxPercent,
    JZXG: parcel.heightMaxMetres,
    XMBH: claim && claim.project,
    YDXM: nameOf(project),
    ZYDM: claim && claim.kind,
    ZYLX: claim && wordIn(claimWords[claim.kind], language),
  };
}

/** The row under names that people read, for formats that show them. */
export function withLabels(row: ExportRow, language: Language): Record<string, string | number | null> {
  const columns = Object.entries(exportColumns) as [ExportColumn, Words][];
  return Object.fromEntries(columns.map(([column, label]) => [wordIn(label, language), row[column]]));
}

function wordIn(words: Words, language: Language): string {
  return words[language === 'zh' ? 0 : 1];
}

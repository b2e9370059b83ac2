import { roundHalfUp } from '../../domain/geometry/round-half-up.ts';
import type { SurveyFinding } from '../../domain/survey/check/finding.ts';
import type { FeatureSummary } from '../../domain/survey/summarise.ts';
import type { FilePlace } from '../../domain/survey/survey-file.ts';
import type { SystemCandidate } from '../../domain/survey/system/suggest-systems.ts';
import { tell } from '../../domain/survey/words/tell.ts';
import type { Language } from '../../domain/survey/words/words.ts';
import { systemWords } from './system-words.ts';
import type { CheckedFile } from './run-check.ts';

const words = {
  zh: {
    file: '文件',
    park: '园区',
    system: '坐标系',
    candidates: '可能的坐标系',
    records: '条记录',
    land: '面',
    clean: '没有发现问题。',
    findings: '发现',
    notes: '读取提示',
    nowhere: '坐标系尚未确定：请用 --crs 指定后再检查。',
    confirmed: '已指定',
    certain: '由文件确定',
    parts: '部分',
    holes: '内圈',
    corners: '界址点',
    plane: '平面',
    ellipsoid: '椭球',
    swapped: '坐标前后对调',
    shift: '需转换参数',
    km: '距园区',
    line: '第{n}行',
    record: '第{n}条',
    error: '错误',
    warning: '警告',
    hint: '提示',
    unnamed: '（无编号）',
    again: '另有',
  },
  en: {
    file: 'File',
    park: 'Park',
    system: 'System',
    candidates: 'Possible systems',
    records: 'records',
    land: 'land',
    clean: 'Nothing is wrong.',
    findings: 'Findings',
    notes: 'Reading',
    nowhere: 'The system is not certain: say it with --crs and check again.',
    confirmed: 'as said',
    certain: 'from the file',
    parts: 'parts',
    holes: 'holes',
    corners: 'corners',
    plane: 'plane',
    ellipsoid: 'ellipsoid',
    swapped: 'axes exchanged',
    shift: 'needs a transformation',
    km: 'from the park',
    line: 'line {n}',
    record: 'record {n}',
    error: 'error',
    warning: 'warning',
    hint: 'hint',
    unnamed: '(no code)',
    again: 'and',
  },
} as const;

const mostFeatures = 200;

/** What a check found, for people at a terminal. */
export function tellCheck(checked: CheckedFile, language: Language): string {
  const say = words[language];
  const { file, format, encoding, bytes, sha256, park, examination, placing, refusal } = checked;
  const lines = [
    `${say.file}: ${file}  ${format}${encoding === null ? '' : ` ${encoding}`}  ${bytes} B  sha256 ${sha256.slice(0, 16)}…`,
    `${say.park}: ${park}`,
  ];
  if (placing) {
    const how = placing.isConfirmed ? say.confirmed : say.certain;
    lines.push(
      `${say.system}: ${systemWords(placing.system, language)}${placing.isSwapped ? `, ${say.swapped}` : ''} (${how})`,
    );
  } else if (checked.candidates.length > 0) lines.push(say.nowhere);
  if (!placing?.isConfirmed && checked.candidates.length > 0)
    lines.push(`${say.candidates}:`, ...checked.candidates.slice(0, 6).map((one) => candidateLine(one, language)));
  if (refusal) lines.push(tell(refusal.refusal, refusal.detail, language));
  for (const { code, severity, at, detail } of checked.notes) {
    lines.push(`  ${severity}  ${code}  ${placeWords(at, language)}  ${tell(code, { ...at, ...detail }, language)}`);
  }
  if (!examination) return `${lines.join('\n')}\n`;
  const { features, check, faults } = examination;
  lines.push(`${features.length} ${say.records}`);
  for (const feature of features.slice(0, mostFeatures)) lines.push(featureLine(feature, language));
  if (features.length > mostFeatures) lines.push(`  … ${say.again} ${features.length - mostFeatures}`);
  for (const { code, at, corner, first, second } of faults) {
    lines.push(`  ${say.error}  ${code}  ${tell(code, { ...at, corner, first, second }, language)}`);
  }
  for (const finding of check.findings) lines.push(findingLine(finding, features, language));
  const isQuiet = check.findings.length + faults.length + checked.notes.length === 0;
  if (isQuiet) lines.push(say.clean);
  return `${lines.join('\n')}\n`;
}

function featureLine(
  {
    at,
    code,
    name,
    kind,
    parts,
    holes,
    corners,
    planeSquareMetres,
    ellipsoidSquareMetres,
    boundsDegrees,
  }: FeatureSummary,
  language: Language,
): string {
  const say = words[language];
  const title = [code ?? say.unnamed, name].filter((text) => text !== null).join(' ');
  const areas =
    planeSquareMetres === null || ellipsoidSquareMetres === null
      ? [kind ?? '–']
      : [
          `${say.plane} ${metres(planeSquareMetres)} m² = ${roundHalfUp((planeSquareMetres * 3) / 2000, 4).toFixed(4)} 亩`,
          `${say.ellipsoid} ${metres(ellipsoidSquareMetres)} m²`,
        ];
  const bounds = boundsDegrees ? [boundsDegrees.map((degrees) => degrees.toFixed(8)).join(' ')] : [];
  return `  ${[title, placeWords(at, language), `${parts} ${say.parts}, ${holes} ${say.holes}, ${corners} ${say.corners}`, ...areas, ...bounds].join('  ')}`;
}

function findingLine(finding: SurveyFinding, features: readonly FeatureSummary[], language: Language): string {
  const { code, severity, feature, other, where, at, detail } = finding;
  const say = words[language];
  const nameOf = (index: number) => features[index]?.code ?? placeWords(features[index]?.at ?? at, language);
  const corner = where?.corner === null || where === null ? '' : ` #${where.corner + 1}`;
  const told = tell(code, { ...detail, ...(other === null ? {} : { other: nameOf(other) }) }, language);
  return `  ${say[severity]}  ${code}  ${nameOf(feature)}${corner}  ${told}`;
}

function candidateLine(candidate: SystemCandidate, language: Language): string {
  const say = words[language];
  const { system, isSwapped, needsShift, distanceMetres, reasons, warnings } = candidate;
  const marks = [
    ...(distanceMetres === null ? [] : [`${(distanceMetres / 1000).toFixed(1)} km ${say.km}`]),
    ...(isSwapped ? [say.swapped] : []),
    ...(needsShift ? [say.shift] : []),
  ];
  const because = [...reasons, ...warnings].map(({ code, detail }) => tell(code, detail, language));
  return `  ${systemWords(system, language)}  [${marks.join(', ')}]  ${because.join(language === 'zh' ? '；' : '; ')}`;
}

function placeWords({ line, record }: FilePlace, language: Language): string {
  const say = words[language];
  if (line !== null) return say.line.replace('{n}', String(line));
  return record === null ? '' : say.record.replace('{n}', String(record));
}

function metres(square: number): string {
  return roundHalfUp(square, 2).toFixed(2);
}

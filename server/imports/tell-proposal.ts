import { squareMetresPer } from '../../domain/geometry/area-units.ts';
import { roundHalfUp } from '../../domain/geometry/round-half-up.ts';
import type { Language } from '../../domain/survey/words/words.ts';
import { systemWords } from '../survey/system-words.ts';
import type { ExaminationAnswer } from './answers.ts';

type Placed = NonNullable<ExaminationAnswer['placed']>;

const words = {
  zh: {
    kinds: { same: '不变', reshaped: '调整', added: '新增', removed: '注销' },
    unplaced: '还没有确认坐标系；用 --crs 指定其中之一：',
    mu: '亩',
    holder: '占用项目',
    from: '来自',
    joins: '补界址点的相邻地块',
    ownCorners: (count: number) => `补入相邻地块的界址点 ${count} 个`,
    lacks: '规划缺',
    none: '没有要改动的界线。',
    findings: (count: number) => `检查发现 ${count} 项。`,
  },
  en: {
    kinds: { same: 'same', reshaped: 'reshaped', added: 'added', removed: 'removed' },
    unplaced: 'No coordinate system is confirmed; name one of these with --crs:',
    mu: 'mu',
    holder: 'held by',
    from: 'from',
    joins: 'corners added to',
    ownCorners: (count: number) => `given ${count} corners of its neighbours`,
    lacks: 'the plan lacks',
    none: 'No boundary would change.',
    findings: (count: number) => `The check found ${count}.`,
  },
} as const;

/** What an import would do, for a terminal: a line for every entry that is not the same, and why one cannot go. */
export function tellProposal({ candidates, placed }: ExaminationAnswer, language: Language): string {
  const say = words[language];
  if (!placed) {
    const systems = candidates.map(({ system, distanceMetres, reasons, warnings }) => {
      const distance = distanceMetres === null ? [] : [`${Math.round(distanceMetres)} m`];
      const said = [...reasons, ...warnings].map((one) => one[language]).join(' ');
      return `  ${[systemWords(system, language), ...distance, said].join('  ')}`;
    });
    return `${[say.unplaced, ...systems].join('\n')}\n`;
  }
  const changed = (['reshaped', 'added', 'removed'] as const).map(
    (kind) => `${say.kinds[kind]} ${placed.entries.filter((entry) => entry.kind === kind).length}`,
  );
  const totals = [`${say.kinds.same} ${placed.same.parcels}`, ...changed];
  const lines = placed.entries.flatMap((entry) => linesOf(entry, language));
  const found = Object.values(placed.counts).reduce((sum, count) => sum + count, 0);
  const findings = found > 0 ? [say.findings(found)] : [];
  return `${[totals.join('  '), ...(lines.length ? lines : [say.none]), ...findings].join('\n')}\n`;
}

function linesOf(entry: Placed['entries'][number], language: Language): string[] {
  const say = words[language];
  const mu = (squareMetres: number | null) =>
    squareMetres === null ? '—' : roundHalfUp(squareMetres / squareMetresPer.mu, 2).toFixed(2);
  const about = [
    `${say.kinds[entry.kind]}  ${entry.code ?? entry.id}  ${mu(entry.beforeSquareMetres)} → ${mu(entry.afterSquareMetres)} ${say.mu}`,
    entry.from.length > 0 ? `${say.from} ${entry.from.join(' ')}` : '',
    entry.joins.length > 0 ? `${say.joins} ${entry.joins.join(' ')}` : '',
    entry.ownCorners > 0 ? say.ownCorners(entry.ownCorners) : '',
    entry.project === null ? '' : `${say.holder} ${entry.project}`,
    entry.lacks === null ? '' : `${say.lacks} ${entry.lacks}`,
  ];
  return [
    about.filter((part) => part !== '').join('  '),
    ...entry.faults.map((fault) => `    ${fault.words[language]}`),
  ];
}

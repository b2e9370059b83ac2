import type { ProposalEntry } from '../../domain/survey/proposal/proposal.ts';
import { judgeChoice } from '../../domain/survey/proposal/judge-choice.ts';
import { twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import { redrawParcels } from '../../domain/parcel/redraw-parcels.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import type { Command } from '../command.ts';
import type { BoundaryShape } from '../database/write-shapes.ts';
import type { PlacedImport } from './examine-import.ts';
import { importLandSchema, type ImportLand } from './question.ts';

export const importLandCommand: Command<typeof importLandSchema> = {
  name: 'import-land',
  summary: 'Take over boundaries from a survey file',
  input: importLandSchema,
  decide: async (facts, input, { today, newId, examineImport }) => {
    const examined = await examineImport(input);
    if (isRefusal(examined)) return examined;
    const { placed } = examined;
    if (!placed) return refuse('import.not-placed', 'placing', { why: 'place.unknown-system' });
    const chosen = chosenEntries(placed, input);
    if (isRefusal(chosen)) return chosen;
    const shapes: BoundaryShape[] = [];
    const landOf = (feature: number) => {
      const { polygons } = placed.features[feature]!;
      const id = newId();
      shapes.push({ id, polygons, origin: facts.park, import: input.import, feature });
      return { boundary: id, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(polygons) };
    };
    const reshaped = [];
    const removed = [];
    const added = [];
    for (const entry of chosen) {
      if (entry.kind === 'removed') removed.push(entry.code);
      if (entry.kind === 'reshaped') reshaped.push({ code: entry.code, ...landOf(entry.feature) });
      if (entry.kind !== 'added') continue;
      const row = placed.rows.get(entry.feature)!;
      if ('missing' in row) return refuse('import.no-plan', 'chosen', { entry: entry.id, why: row.missing });
      added.push({ row, from: entry.from, ...landOf(entry.feature) });
    }
    const decision = redrawParcels(facts, { on: input.on, reshaped, removed, added }, { today });
    return isRefusal(decision) ? decision : { ...decision, reason: input.reason, shapes };
  },
};

/** The accepted entries: all that nothing speaks against, or those named, which must go together. */
export function chosenEntries(
  { proposal, rows }: Pick<PlacedImport, 'proposal' | 'rows'>,
  { chosen }: Pick<ImportLand, 'chosen'>,
): ProposalEntry[] | Refusal {
  const { entries } = proposal;
  const good = chosen === 'all' ? acceptable(entries, rows) : chosen;
  // When something speaks against everything, say what.
  const ids = new Set(good.length > 0 ? good : entries.map(({ id }) => id));
  const judgement = judgeChoice(proposal, ids);
  const [first] = judgement.ok ? [] : judgement.refusals;
  if (first) {
    const { code, entry, others, detail } = first;
    return refuse('import.cannot', 'chosen', { why: code, entry, others: others.slice(0, 20).join(' '), ...detail });
  }
  return entries.filter(({ id, kind }) => ids.has(id) && kind !== 'same');
}

/** Leaves out what has a fault, and then whatever cannot go without it. */
function acceptable(entries: readonly ProposalEntry[], rows: PlacedImport['rows']): string[] {
  const isBarred = (entry: ProposalEntry) =>
    entry.kind === 'same' ||
    entry.faults.length > 0 ||
    (entry.kind === 'added' && 'missing' in (rows.get(entry.feature) ?? { missing: 'no-phase' }));
  let left = entries.filter((entry) => !isBarred(entry));
  for (;;) {
    const ids = new Set(left.map(({ id }) => id));
    const standing = left.filter(({ needs }) => needs.every((need) => ids.has(need)));
    if (standing.length === left.length) return [...ids];
    left = standing;
  }
}

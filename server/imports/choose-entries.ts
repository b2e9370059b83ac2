import { judgeChoice } from '../../domain/survey/proposal/judge-choice.ts';
import type { ProposalEntry } from '../../domain/survey/proposal/proposal.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import type { PlacedImport } from './place-import.ts';
import type { ImportLand } from './question.ts';

/** The accepted entries: all that nothing speaks against, or those named, which must go together. */
export function chooseEntries(
  { proposal, rows }: Pick<PlacedImport, 'proposal' | 'rows'>,
  chosen: ImportLand['chosen'],
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

import { squareMetres } from '../../domain/geometry/area.ts';
import type { ProposalEntry } from '../../domain/survey/proposal/proposal.ts';
import type { ExaminationAnswer } from './answers.ts';
import type { Recorded } from './examine-messages.ts';
import { inBoth } from './in-both.ts';
import type { PlacedImport } from './place-import.ts';

type Change = Exclude<ProposalEntry, { kind: 'same' }>;

/** What would become of a parcel, with what is recorded of it. */
export function tellEntry(
  entry: Change,
  { rows }: Pick<PlacedImport, 'rows'>,
  { holders, gates }: Recorded,
): NonNullable<ExaminationAnswer['placed']>['entries'][number] {
  const row = entry.kind === 'added' ? rows.get(entry.feature) : undefined;
  return {
    id: entry.id,
    kind: entry.kind,
    code: entry.code,
    fileCode: entry.kind === 'reshaped' ? entry.fileCode : null,
    feature: entry.kind === 'removed' ? null : entry.feature,
    beforeSquareMetres: entry.kind === 'added' ? null : squareMetres(entry.beforeTwiceSquareMillimetres),
    afterSquareMetres: entry.kind === 'removed' ? null : squareMetres(entry.afterTwiceSquareMillimetres),
    movedMillimetres: entry.kind === 'reshaped' ? entry.movedMillimetres : null,
    isRoundingOnly: entry.kind === 'reshaped' && entry.isRoundingOnly,
    from: entry.kind === 'removed' ? [] : [...entry.from],
    needs: [...entry.needs],
    joins: entry.kind === 'removed' ? [] : [...entry.joins],
    ownCorners: entry.kind === 'removed' ? 0 : entry.ownCorners,
    project: (entry.code !== null && holders.get(entry.code)) || null,
    gates: keptGates(entry, gates),
    lacks: row && 'missing' in row ? row.missing : null,
    faults: entry.faults.map(({ code, bars, others, detail: numbers }) => ({
      code,
      bars,
      others: [...others],
      words: inBoth(code, numbers),
    })),
  };
}

/** A new parcel has the gates of all it is made of. */
function keptGates(entry: Change, gates: Recorded['gates']): number {
  const parents = entry.kind === 'added' ? entry.from : entry.kind === 'reshaped' ? [entry.code] : [];
  const [first = [], ...others] = parents.map((code) => gates.get(code) ?? []);
  return first.filter((gate) => others.every((other) => other.includes(gate))).length;
}

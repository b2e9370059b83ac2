import type { ImportProposal, ProposalEntry, ProposalFault, ProposalFaultCode } from './proposal.ts';

/** Why a choice cannot be carried out: a fault of an entry, an entry nobody knows, or one left out that is needed. */
export interface ChoiceRefusal {
  readonly code: ProposalFaultCode | 'proposal.entry-unknown' | 'proposal.needs-missing';
  /** Id of the chosen entry. */
  readonly entry: string;
  /** Ids it cannot go with, or cannot go without. */
  readonly others: readonly string[];
  readonly detail: ProposalFault['detail'];
}

export interface ChosenChanges {
  readonly added: number;
  readonly removed: number;
  readonly reshaped: number;
  /** What the entries' parcels have more afterwards, together; without the corners their neighbours are given. */
  readonly changeTwiceSquareMillimetres: number;
}

export type ChoiceJudgement =
  | { readonly ok: true; readonly changes: ChosenChanges }
  | { readonly ok: false; readonly refusals: readonly ChoiceRefusal[] };

/**
 * Whether the chosen entries can be carried out together and without the rest: afterwards no parcel that was added or
 * reshaped has more land in common with another than the tolerance. Choosing a parcel that stays the same is nothing.
 */
export function judgeChoice(proposal: ImportProposal, chosen: ReadonlySet<string>): ChoiceJudgement {
  const entries = proposal.entries.filter(({ id }) => chosen.has(id));
  const known = new Set(entries.map(({ id }) => id));
  const unknown = [...chosen].filter((id) => !known.has(id)).sort();
  const refusals: ChoiceRefusal[] = [
    ...unknown.map((id) => refusal('proposal.entry-unknown', id, [])),
    ...entries.flatMap((entry) => refusalsOf(entry, chosen)),
  ];
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, changes: changesOf(entries) };
}

function refusalsOf({ kind, id, faults, needs }: ProposalEntry, chosen: ReadonlySet<string>): ChoiceRefusal[] {
  if (kind === 'same') return [];
  const missing = needs.filter((need) => !chosen.has(need));
  const standing = faults.flatMap(({ code, bars, others, detail }): ChoiceRefusal[] => {
    const against = others.filter((other) => chosen.has(other));
    return bars === 'always' || against.length > 0 ? [{ code, entry: id, others: against, detail }] : [];
  });
  return missing.length > 0 ? [...standing, refusal('proposal.needs-missing', id, missing)] : standing;
}

function refusal(code: ChoiceRefusal['code'], entry: string, others: readonly string[]): ChoiceRefusal {
  return { code, entry, others, detail: { entry, entries: others.length } };
}

function changesOf(entries: readonly ProposalEntry[]): ChosenChanges {
  let [added, removed, reshaped, changeTwiceSquareMillimetres] = [0, 0, 0, 0];
  for (const entry of entries) {
    if (entry.kind === 'added') {
      added += 1;
      changeTwiceSquareMillimetres += entry.afterTwiceSquareMillimetres;
    } else if (entry.kind === 'removed') {
      removed += 1;
      changeTwiceSquareMillimetres -= entry.beforeTwiceSquareMillimetres;
    } else if (entry.kind === 'reshaped') {
      reshaped += 1;
      changeTwiceSquareMillimetres += entry.afterTwiceSquareMillimetres - entry.beforeTwiceSquareMillimetres;
    }
  }
  return { added, removed, reshaped, changeTwiceSquareMillimetres };
}

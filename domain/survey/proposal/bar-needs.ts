import type { ProposalEntry, ProposalFault } from './proposal.ts';

/** Tells entries that need, themselves or through others, an entry with a fault. */
export function barNeeds(entries: readonly ProposalEntry[]): ProposalEntry[] {
  const dependants = new Map<string, ProposalEntry[]>();
  for (const entry of entries) {
    for (const id of entry.needs) {
      const known = dependants.get(id);
      if (known) known.push(entry);
      else dependants.set(id, [entry]);
    }
  }
  const always = reach(
    entries.filter((entry) => isBarred(entry, 'always')),
    dependants,
  );
  const choice = reach(
    entries.filter((entry) => isBarred(entry, 'choice')),
    dependants,
  );
  return entries.map((entry) => {
    const barring = always.get(entry.id);
    if (barring !== undefined) return withFault(entry, barring, 'always');
    const doubtful = choice.get(entry.id);
    return doubtful === undefined ? entry : withFault(entry, doubtful, 'choice');
  });
}

function isBarred({ kind, faults }: ProposalEntry, bars: ProposalFault['bars']): boolean {
  return kind !== 'same' && faults.some((fault) => fault.bars === bars);
}

/** Whom a fault reaches, and the id of the one it began with; the nearest, and of those the first. */
function reach(faulty: readonly ProposalEntry[], dependants: ReadonlyMap<string, readonly ProposalEntry[]>) {
  const reached = new Map<string, string>();
  const sources = new Set(faulty.map(({ id }) => id));
  const queue = faulty.map(({ id }) => ({ id, source: id }));
  for (const { id, source } of queue) {
    for (const entry of dependants.get(id) ?? []) {
      if (sources.has(entry.id) || reached.has(entry.id)) continue;
      reached.set(entry.id, source);
      queue.push({ id: entry.id, source });
    }
  }
  return reached;
}

function withFault<Any extends ProposalEntry>(entry: Any, source: string, bars: ProposalFault['bars']): Any {
  const fault: ProposalFault = { code: 'proposal.needs-barred', bars, others: [], detail: { entry: source } };
  return { ...entry, faults: [...entry.faults, fault] };
}

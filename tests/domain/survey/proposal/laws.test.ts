import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../../domain/geometry/area.ts';
import type { MultiPolygon } from '../../../../domain/geometry/shapes.ts';
import { judgeChoice } from '../../../../domain/survey/proposal/judge-choice.ts';
import { importScopes, type ImportProposal, type ProposalEntry } from '../../../../domain/survey/proposal/proposal.ts';
import { shapeKey } from '../../../../domain/survey/proposal/shape-key.ts';
import { tell } from '../../../../domain/survey/words/tell.ts';
import { anyImport, carryOut, propose, twiceInCommon, type AnyImport } from './any-park.ts';

const anyScope = fc.constantFrom(...importScopes);
const toleranceTwice = 0.01 * 2_000_000;
const twiceOf = (parcels: readonly { polygons: Parameters<typeof twiceAreaSquareMillimetres>[0] }[]) =>
  parcels.reduce((sum, { polygons }) => sum + twiceAreaSquareMillimetres(polygons), 0);

const lengthOf = (polygons: MultiPolygon) =>
  polygons.flat().reduce((sum, ring) => {
    const ends = ring.map((corner, at) => [corner, ring[(at + 1) % ring.length]!] as const);
    return sum + ends.reduce((length, [[ax, ay], [bx, by]]) => length + Math.hypot(bx - ax, by - ay), 0);
  }, 0);

function changeOf(entries: readonly ProposalEntry[]): number {
  return entries.reduce((sum, entry) => {
    if (entry.kind === 'added') return sum + entry.afterTwiceSquareMillimetres;
    if (entry.kind === 'removed') return sum - entry.beforeTwiceSquareMillimetres;
    if (entry.kind === 'same') return sum;
    return sum + entry.afterTwiceSquareMillimetres - entry.beforeTwiceSquareMillimetres;
  }, 0);
}

/** Pairs with too much land in common of which one was changed. */
function overlapsAfter({ present, incoming }: AnyImport, proposal: ImportProposal, isChosen: (id: string) => boolean) {
  const after = carryOut(present, incoming, proposal, isChosen);
  return after.flatMap((one, at) =>
    after
      .slice(at + 1)
      .filter(
        (other) => (one.isChanged || other.isChanged) && twiceInCommon(one.polygons, other.polygons) > toleranceTwice,
      )
      .map((other) => `${one.code} ${other.code}`),
  );
}

/** A random choice that is often sensible: what it needs goes with it, or it does not. */
const anyChoice = fc.record({
  picks: fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }),
  isClosed: fc.boolean(),
});

function choose({ entries }: ImportProposal, { picks, isClosed }: { picks: boolean[]; isClosed: boolean }) {
  const chosen = new Set(entries.filter((_, at) => picks[at % picks.length]).map(({ id }) => id));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  if (isClosed) for (const id of chosen) for (const need of byId.get(id)!.needs) chosen.add(need);
  return chosen;
}

describe('a proposal', () => {
  test('balances: before − removed − reshaped before + reshaped after + added = after, but for corners of neighbours', () => {
    fc.assert(
      fc.property(anyImport, anyScope, anyChoice, (land, scope, choice) => {
        const proposal = propose(land.present, land.incoming, { ...land, scope });
        const chosen = choose(proposal, choice);
        const entries = proposal.entries.filter(({ id }) => chosen.has(id));
        const after = carryOut(land.present, land.incoming, proposal, (id) => chosen.has(id));
        const difference = twiceOf(land.present) + changeOf(entries) - twiceOf(after);
        // A corner within a millimetre of an edge sweeps half of that over the whole edge at most.
        const edges = [...land.present, ...land.incoming].reduce((sum, { polygons }) => sum + lengthOf(polygons), 0);
        expect(Math.abs(difference)).toBeLessThanOrEqual(edges);
        if (!after.some(({ isChanged }) => isChanged)) expect(difference).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('can be accepted with everything that has no fault, and then no land is covered twice', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyImport, anyScope, (land, scope) => {
        const proposal = propose(land.present, land.incoming, { ...land, scope });
        const free = proposal.entries.filter(({ faults }) => faults.length === 0);
        const chosen = new Set(free.map(({ id }) => id));
        accepted += free.filter(({ kind }) => kind !== 'same').length;
        expect(judgeChoice(proposal, chosen)).toMatchObject({
          ok: true,
          changes: { changeTwiceSquareMillimetres: changeOf(free) },
        });
        expect(overlapsAfter(land, proposal, (id) => chosen.has(id))).toEqual([]);
      }),
      { numRuns: 300, seed: 3 },
    );
    expect(accepted).toBeGreaterThan(600);
  });

  test('judged right: what may be carried out covers no land twice and uses no code twice', () => {
    let [right, wrong] = [0, 0];
    fc.assert(
      fc.property(anyImport, anyScope, anyChoice, (land, scope, choice) => {
        const proposal = propose(land.present, land.incoming, { ...land, scope });
        // What always stands against an entry is left out: it would be refused in any case.
        const barred = new Set(
          proposal.entries.filter(({ faults }) => faults.some(({ bars }) => bars === 'always')).map(({ id }) => id),
        );
        const chosen = new Set([...choose(proposal, choice)].filter((id) => !barred.has(id)));
        const isChosen = (id: string) => chosen.has(id);
        const overlaps = overlapsAfter(land, proposal, isChosen);
        const judgement = judgeChoice(proposal, chosen);
        if (!judgement.ok) {
          wrong += 1;
          return;
        }
        right += 1;
        expect(overlaps).toEqual([]);
        const codes = carryOut(land.present, land.incoming, proposal, isChosen).map(({ code }) => code);
        expect(codes).not.toContain(null);
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 500, seed: 4 },
    );
    expect(right).toBeGreaterThan(100);
    expect(wrong).toBeGreaterThan(50);
  });

  test('refuses no choice for overlaps that are none: land that is needed was covered twice without it', () => {
    fc.assert(
      fc.property(anyImport, anyScope, (land, scope) => {
        const proposal = propose(land.present, land.incoming, { ...land, scope });
        for (const { id, kind, needs } of proposal.entries) {
          if (kind === 'removed') continue;
          for (const need of needs) {
            const isChosen = (one: string) => one !== need && (one === id || needs.includes(one));
            expect(overlapsAfter(land, proposal, isChosen)).not.toEqual([]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('of what is there already is nothing but the same, however the rings are written', () => {
    fc.assert(
      fc.property(anyImport, anyScope, fc.nat(3), fc.boolean(), ({ present }, scope, turn, isReversed) => {
        const incoming = present.map(({ code, polygons }, feature) => {
          const [ring] = polygons[0]!;
          const turned = [...ring!.slice(turn % ring!.length), ...ring!.slice(0, turn % ring!.length)];
          return { feature, code, polygons: [[isReversed ? turned.reverse() : turned]], isUnsound: false };
        });
        const { entries } = propose(present, incoming.reverse(), { scope });
        expect(entries.map(({ kind, faults }) => [kind, faults])).toEqual(present.map(() => ['same', []]));
        const nameless = incoming.map((one) => ({ ...one, code: null }));
        expect(propose(present, nameless, { scope }).entries).toEqual(entries);
      }),
    );
  });

  test('does not depend on the order of features and parcels', () => {
    fc.assert(
      fc.property(anyImport, anyScope, fc.infiniteStream(fc.nat(1000)), (land, scope, numbers) => {
        const shuffled = <Any>(list: readonly Any[]) =>
          list
            .map((one) => ({ one, at: numbers.next().value! }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const proposal = propose(land.present, land.incoming, { ...land, scope });
        const { usedCodes } = land;
        expect(propose(shuffled(land.present), shuffled(land.incoming), { usedCodes, scope })).toEqual(proposal);
        const renumbered = shuffled(land.incoming).map((one, feature) => ({ ...one, feature }));
        const again = propose(land.present, renumbered, { usedCodes, scope });
        expect(withoutNumbers(again, renumbered)).toEqual(withoutNumbers(proposal, land.incoming));
      }),
    );
  });

  test('has every feature once, and of parcels all in a whole file, only the touched in one that is not', () => {
    fc.assert(
      fc.property(anyImport, anyScope, (land, scope) => {
        const { entries } = propose(land.present, land.incoming, { ...land, scope });
        const features = entries.flatMap((entry) => (entry.kind === 'removed' ? [] : [entry.feature]));
        expect(features.sort((a, b) => a - b)).toEqual(land.incoming.map(({ feature }) => feature));
        const codes = entries.flatMap((entry) => (entry.kind === 'added' ? [] : [entry.code]));
        expect(new Set(codes).size).toBe(codes.length);
        if (scope === 'whole') expect(codes.length).toBe(land.present.length);
        if (scope === 'whole') return;
        const untouched = land.present.filter(({ polygons }) =>
          land.incoming.every((one) => twiceInCommon(one.polygons, polygons) === 0),
        );
        for (const { code } of untouched) expect(codes).not.toContain(code);
      }),
    );
  });

  test('says its faults in whole sentences', () => {
    fc.assert(
      fc.property(anyImport, anyScope, anyChoice, (land, scope, choice) => {
        const proposal = propose(land.present, land.incoming, { ...land, scope });
        const judgement = judgeChoice(proposal, choose(proposal, choice));
        const refusals = judgement.ok ? [] : judgement.refusals;
        for (const { code, detail } of [...proposal.entries.flatMap(({ faults }) => faults), ...refusals]) {
          for (const language of ['zh', 'en'] as const)
            expect(tell(code, detail, language)).not.toMatch(/[{}–]|undefined/);
        }
      }),
    );
  });
});

/** The proposal with shapes and codes in place of the features' numbers; of twins any is the first. */
function withoutNumbers({ entries }: ImportProposal, incoming: AnyImport['incoming']): string[] {
  const names = new Map(
    incoming.map((one) => [one.feature, `<${one.code} ${one.isUnsound} ${shapeKey(one.polygons)}>`]),
  );
  const nameOf = (id: string) => (id.startsWith('feature:') ? names.get(Number(id.slice(8)))! : id);
  return entries
    .map((entry) => {
      const faults = entry.faults.map(({ code, bars, others, detail }) => {
        const told = { ...detail, entry: typeof detail['entry'] === 'string' ? '…' : null };
        return { code, bars, others: others.map(nameOf).sort(), told };
      });
      const about = { ...entry, id: nameOf(entry.id), faults, needs: entry.needs.map(nameOf).sort() };
      if (entry.kind === 'removed') return { ...about, into: entry.into.map((one) => names.get(one)).sort() };
      return { ...about, feature: names.get(entry.feature) };
    })
    .map((entry) => JSON.stringify(entry))
    .sort();
}

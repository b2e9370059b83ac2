import { expect, test } from 'vitest';
import type { Change, ParkFacts } from '../../domain/park/facts.ts';
import { loadFacts } from '../../server/database/load-facts.ts';
import { writeChanges } from '../../server/database/write-changes.ts';
import { onEngines } from '../support/on-engines.ts';
import type { TestPark } from '../support/test-park.ts';

onEngines('writing changes', (park) => {
  test('finds every row of the memory in the database as the memory has it', async () => {
    const { facts, write } = await desk(park());
    const same = rowsOf(facts).map(({ table, before }) => ({ table, before, after: before }) as Change);
    expect(new Set(same.map(({ table }) => table))).toEqual(new Set(['gate', 'stretch', 'work', 'project', 'claim']));
    await write(same);
    expect(await reload(park())).toEqual(facts);
  });

  test('writes rows of every table, and takes them back', async () => {
    const { facts, write } = await desk(park());
    const [work] = facts.works.values();
    const [project] = facts.projects.values();
    const changes: Change[] = [
      { table: 'work', before: work!, after: { ...work!, plannedOn: '2008-02-03', doneOn: null } },
      {
        table: 'project',
        before: project!,
        after: { ...project!, stages: [...project!.stages, { stage: 'planned', on: '2007-11-02' }], idleCause: null },
      },
      ...gatesOf(facts).map((before): Change => ({
        table: 'gate',
        before,
        after: { ...before, document: '批文 "甲"\n第 2 页，\\ 与 \u202e' },
      })),
    ];
    await write(changes);
    const after = await reload(park());
    expect(after.works.get(work!.code)).toMatchObject({ plannedOn: '2008-02-03', doneOn: null });
    expect(after.projects.get(project!.code)!.stages.at(-1)).toEqual({ stage: 'planned', on: '2007-11-02' });
    expect(gatesOf(after).every(({ document }) => document?.includes('\u202e'))).toBe(true);
    await write(
      changes.map(({ before, after: now, ...change }) => ({ ...change, before: now, after: before }) as Change),
    );
    expect(await reload(park())).toEqual(facts);
  });

  test('stops at a row that is not there, or not as the change says, and writes nothing of the others', async () => {
    const { facts, write } = await desk(park());
    const [first, second] = gatesOf(facts);
    const good: Change = { table: 'gate', before: first!, after: { ...first!, document: '新' } };
    const moved = { ...second!, doneOn: '2001-01-01' };
    const gone = { ...second!, parcel: 'Z-99' };
    for (const before of [moved, gone]) {
      await expect(write([good, { table: 'gate', before, after: second! }])).rejects.toThrow('a gate of the memory');
      await expect(write([good, { table: 'gate', before, after: null }])).rejects.toThrow('a gate of the memory');
    }
    expect(await reload(park())).toEqual(facts);
  });

  test('a claim may end where the next one begins, in both directions', async () => {
    const { facts, write } = await desk(park());
    const claims = [...facts.claims.values()]
      .flatMap((of) => [...of.values()])
      .filter(({ untilOn }) => untilOn === null);
    expect(claims.length).toBeGreaterThan(1);
    const changes = claims.flatMap((claim): Change[] => [
      { table: 'claim', before: claim, after: { ...claim, untilOn: '2009-01-01' } },
      { table: 'claim', before: null, after: { ...claim, id: `next ${claim.id}`, fromOn: '2009-01-01' } },
    ]);
    await write(changes);
    expect((await reload(park())).claims.get(claims[0]!.parcel)?.size).toBe(
      facts.claims.get(claims[0]!.parcel)!.size + 1,
    );
    await write(
      changes.map(({ table, before, after }) => ({ table, before: after, after: before }) as Change).reverse(),
    );
    expect(await reload(park())).toEqual(facts);
  });
});

async function desk(park: TestPark) {
  const { queries } = park.house.database;
  const memory = await park.house.memories.of('jinling');
  if (!memory) throw new Error('the park is there');
  return {
    facts: await reload(park),
    write: (changes: readonly Change[]) =>
      queries.transaction((transaction) => writeChanges(transaction, memory.parkId, changes)),
  };
}

async function reload(park: TestPark): Promise<ParkFacts> {
  const stored = await loadFacts(park.house.database.queries, 'jinling');
  if (!stored) throw new Error('the park is there');
  return stored.facts;
}

function gatesOf(facts: ParkFacts) {
  return [...facts.gates.values()].flatMap((of) => [...of.values()]);
}

function rowsOf(facts: ParkFacts) {
  return [
    ...gatesOf(facts).map((before) => ({ table: 'gate', before })),
    ...[...facts.stretches.values()].flatMap((of) => [...of.values()]).map((before) => ({ table: 'stretch', before })),
    ...[...facts.works.values()].map((before) => ({ table: 'work', before })),
    ...[...facts.projects.values()].map((before) => ({ table: 'project', before })),
    ...[...facts.claims.values()].flatMap((of) => [...of.values()]).map((before) => ({ table: 'claim', before })),
  ];
}

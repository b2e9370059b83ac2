import { expect, test } from 'vitest';
import type { Change } from '../../domain/park/facts.ts';
import { appendEvent, eventsOn } from '../../server/database/log.ts';
import { writeChanges } from '../../server/database/write-changes.ts';
import { addParcels } from '../support/many-parcels.ts';
import { onEngines } from '../support/on-engines.ts';

/** More than the 65,535 values a question to the database may have, when every subject takes four of them. */
const manySubjects = 20_000;

onEngines('changes of a whole large park', (park) => {
  test('an event is found under each of very many things', async () => {
    const { queries } = park().house.database;
    const memory = (await park().house.memories.of('jinling'))!;
    const subjects = Array.from({ length: manySubjects }, (_, at) => `parcel:L-${at}`);
    const seq = memory.facts.seq + 1;
    const event = {
      seq,
      id: crypto.randomUUID(),
      actor: '甲',
      actorId: null,
      recordedAt: '2007-12-01T00:00:00.000Z',
      effectiveOn: '2007-12-01',
      command: 'import-land' as const,
      input: {},
      subjects,
      changes: [],
      reason: null,
      documents: [],
      undoes: null,
      effect: { on: '2007-12-01', known: '2007-12-01', moved: [], rows: [], roads: [] },
    };
    const found: number[] = [];
    const undone = queries.transaction(async (transaction) => {
      await appendEvent(transaction, memory.parkId, event, null);
      for (const some of [subjects, [subjects[0]!], [subjects.at(-1)!], ['parcel:A-01']]) {
        const events = await eventsOn(transaction, memory.parkId, { subjects: some, after: seq - 1 });
        found.push(events.length);
      }
      throw new Error('nothing of this is kept');
    });
    await expect(undone).rejects.toThrow('nothing of this is kept');
    expect(found).toEqual([1, 1, 1, 0]);
  });

  test('rows are written and taken back in portions, all or none', async () => {
    const parcels = await addParcels(park(), 2500);
    const { queries } = park().house.database;
    const { parkId } = (await park().house.memories.of('jinling'))!;
    const count = async () => {
      const { rows } = await queries.execute<{ count: string }>("SELECT count(*) FROM gate WHERE parcel LIKE 'X-%'");
      return Number(rows[0]!.count);
    };
    const row = (parcel: string) =>
      ({ parcel, gate: 'telecom', plannedOn: null, doneOn: '2007-11-01', document: null }) as const;
    const added = parcels.map((parcel): Change => ({ table: 'gate', before: null, after: row(parcel) }));
    await writeChanges(queries, parkId, added);
    expect(await count()).toBe(2500);
    const gone = added.map(({ after }) => ({ table: 'gate', before: after, after: null }) as Change);
    const wrong = { table: 'gate', before: row('X-0'), after: null } as Change;
    const failed = queries.transaction((transaction) => writeChanges(transaction, parkId, [...gone, wrong]));
    await expect(failed).rejects.toThrow('a gate of the memory');
    expect(await count()).toBe(2500);
    await writeChanges(queries, parkId, gone);
    expect(await count()).toBe(0);
  });
});

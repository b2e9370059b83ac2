import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { commandAnswer } from '../../server/events/answers.ts';
import { problemSchema } from '../../server/http/problem.ts';
import { parcelsThatAre } from '../support/answers.ts';
import { makeCrowd } from '../support/crowd.ts';
import { onEngines } from '../support/on-engines.ts';
import { jsonPost } from '../support/people.ts';
import { stored } from '../support/test-park.ts';

const claimants = 200;

onEngines('200 people who claim one parcel at the same moment', (park) => {
  test('one wins, the others hear whose it is', async () => {
    const { pool, queries } = park().house.database;
    await pool.query(
      `INSERT INTO project SELECT (jsonb_populate_record(project, jsonb_build_object('code', 'T-' || number))).*
       FROM project, generate_series(1, $1) AS number
       WHERE code = 'P-01' AND park_id = (SELECT id FROM park WHERE code = 'jinling')`,
      [claimants],
    );
    const ask = async (path: string, init?: RequestInit) => park().app.request(path, init);
    const people = await makeCrowd(queries, ask, claimants, ['investment-officer']);
    const [parcel = ''] = await parcelsThatAre(park(), 'available');
    const claim = async (at: number) => {
      const input = { project: `T-${at + 1}`, parcels: [parcel], kind: 'reservation', fromOn: '2007-12-01' };
      const days = { untilOn: null, startBy: null, finishBy: null };
      const order = jsonPost({ id: randomUUID(), basedOn: 0, input: { ...input, ...days } });
      // Too busy for now is no answer: the same order is given again.
      for (;;) {
        const answer = await people[at]!('/api/parks/jinling/commands/assign-parcels', order);
        if (answer.status !== 503) return { status: answer.status, body: (await answer.json()) as unknown };
        await answer.arrayBuffer();
      }
    };
    const answers = await Promise.all(people.map((_, at) => claim(at)));

    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const { event } = commandAnswer.parse(won[0]!.body);
    const winner = (event!.input as { project: string }).project;
    const lost = answers.filter(({ status }) => status === 409).map(({ body }) => problemSchema.parse(body));
    expect(lost).toHaveLength(claimants - 1);
    for (const { code, field, detail } of lost) {
      expect({ code, field, detail }).toMatchObject({
        code: 'parcel.claimed',
        field: 'parcels',
        detail: { parcel, project: winner, kind: 'reservation' },
      });
    }
    const { rows } = await pool.query<{ project: string }>(
      `SELECT project FROM claim WHERE parcel = $1 AND park_id = (SELECT id FROM park WHERE code = 'jinling')`,
      [parcel],
    );
    expect(rows).toEqual([{ project: winner }]);
    expect((await stored(park())).events.map(({ seq, actor }) => [seq, actor])).toEqual([[1, event!.actor]]);
    expect(event!.actor).toBe(`众人${Number(winner.slice(2)) - 1}`);
  });
});

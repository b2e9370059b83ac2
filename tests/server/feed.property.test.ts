import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/day.ts';
import { followFeed } from '../../web/state/feed/follow-feed.ts';
import type { FeedMessage } from '../../web/state/feed/read-messages.ts';
import { done, seqOf } from '../support/answers.ts';
import { startCuttingProxy } from '../support/cutting-proxy.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';

const path = '/api/parks/jinling/events';
const waits = { firstMs: 2, longestMs: 10 };

describe('a page whose connection is cut anywhere', () => {
  let park: TestPark;
  let server: Server;
  let day = 0;
  beforeAll(async () => {
    park = await openTestPark();
    server = createServer(getRequestListener(park.app.fetch));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await park.close();
  });
  const port = () => (server.address() as AddressInfo).port;
  const record = async () => {
    const input = { parcels: ['A-01'], gate: 'telecom', plannedOn: addDays('2030-01-01', (day += 1)) };
    return (await done(park.command('plan-gate', { basedOn: await seqOf(park), input }))).seq;
  };

  test.each([
    ['a visitor', null],
    ['a clerk', '张三'],
  ])('%s hears every event once and in order', { timeout: 200_000 }, async (_, who) => {
    const cookie = who === null ? '' : `cookie: ${(await park.as(who)).cookie}\r\n`;
    const runs = 15;
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(
        // The first is among the headers of the answer: no run goes by without one.
        fc.integer({ min: 1, max: 150 }),
        fc.array(fc.oneof(fc.integer({ min: 1, max: 2_900 }), fc.integer({ min: 2_500, max: 9_000 })), {
          minLength: 2,
          maxLength: 11,
        }),
        fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 3, maxLength: 12 }),
        async (firstCut, laterCuts, pauses) => {
          const proxy = await startCuttingProxy(port, [firstCut, ...laterCuts], cookie);
          const from = await seqOf(park);
          const heard: FeedMessage[] = [];
          const states: string[] = [];
          const following = followFeed(
            `http://127.0.0.1:${proxy.port}${path}`,
            from,
            { onMessage: (message) => heard.push(message), onState: (state) => states.push(state) },
            waits,
          );
          const changes = () => heard.filter(({ event }) => event === 'change');
          const written: number[] = [];
          for (const pause of pauses) {
            await new Promise((resolve) => setTimeout(resolve, pause));
            written.push(await record());
          }
          await expect.poll(() => changes().length, { timeout: 20_000 }).toBe(written.length);
          await expect.poll(() => states.at(-1)).toBe('open');
          following.stop();
          proxy.close();
          expect(changes().map(({ seq }) => seq)).toEqual(written);
          if (who) expect(changes().every(({ data }) => JSON.stringify(data).includes('"actor":"张三"'))).toBe(true);
          cuts += proxy.cuts();
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
    expect(cuts).toBeGreaterThanOrEqual(runs);
  });
});

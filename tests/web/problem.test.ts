import { describe, expect, it } from 'vitest';
import { problemOf } from '../../web/problem.ts';

const answer = (status: number, body: unknown) => problemOf({ status, json: () => Promise.resolve(body) });

describe('problemOf', () => {
  it('keeps code, field and numbers of a refusal', async () => {
    const problem = await answer(422, {
      code: 'stretch.beyond-road',
      field: 'toMetres',
      detail: { lengthMetres: 2832.4, road: 'R0', odd: { nested: true } },
    });
    expect(problem).toMatchObject({
      code: 'stretch.beyond-road',
      field: 'toMetres',
      status: 422,
      isUnreachable: false,
    });
    expect(problem.detail).toEqual({ lengthMetres: 2832.4, road: 'R0' });
  });

  it('knows stale from other refusals', async () => {
    expect((await answer(409, { code: 'parcel.stale', detail: {} })).isStale).toBe(true);
    expect((await answer(409, { code: 'parcel.claimed' })).isStale).toBe(false);
  });

  it('names answers that are no problem+json', async () => {
    expect((await answer(502, '<html>')).code).toBe('http.unavailable');
    expect((await answer(404, null)).code).toBe('http.not-found');
    expect((await problemOf({ status: 500, json: () => Promise.reject(new Error('not json')) })).isUnreachable).toBe(
      true,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { isKept } from '../../web/offline/kept-answers.ts';

describe('an answer is kept on the device', () => {
  it.each([
    '/api/parks',
    '/api/parks/jinling',
    '/api/parks/jinling/state',
    '/api/parks/jinling/layers/plan-versions',
    '/api/parks/jinling/account',
    '/api/parks/jinling/account/curve',
    '/api/parks/jinling/parcels/A-01',
    '/api/parks/%E9%87%91/roads/R0',
    '/api/parks/jinling/projects',
  ])('%s', (path) => expect(isKept(path)).toBe(true));
});

describe('an answer is not kept on the device', () => {
  it.each([
    '/api/session',
    '/api/session/devices',
    '/api/people',
    '/api/sign-ins',
    '/api/health',
    '/api/parks/jinling/history',
    '/api/parks/jinling/events',
    '/api/parks/jinling/documents/7f0c1d3e-0000-4000-8000-000000000000',
    '/api/parks/jinling/commands/record-gate',
    '/api/parks/jinling/presence',
    '/api/parks/jinling/spot',
    '/api/parks/jinling/state/secret',
    '/api/parks/jinling/parcels/A-01/documents',
    '/api/parksx',
    '/x/api/parks',
  ])('%s', (path) => expect(isKept(path)).toBe(false));
});

import { describe, expect, test } from 'vitest';
import { touches } from '../../../domain/ledger/touches.ts';
import { land, rectangle } from '../../support/ledger-land.ts';

const field = rectangle(0, 0, 100, 100);

describe('touching land', () => {
  test.each([
    ['shares an edge', rectangle(100, 0, 200, 100), true],
    ['lies along a part of an edge', rectangle(100, 40, 110, 60), true],
    ['lies along an edge that reaches further', rectangle(100, -50, 110, 150), true],
    ['meets in one corner', rectangle(100, 100, 110, 110), true],
    ['stands a millimetre off', rectangle(100.001, 0, 110, 100), true],
    ['stands two millimetres off', rectangle(100.002, 0, 110, 100), false],
    ['points at an edge', land([100, 50], [120, 40], [120, 60]), true],
    ['lies elsewhere', rectangle(300, 300, 310, 310), false],
  ])('%s: %j', (_, other, expected) => {
    expect([touches(field, other), touches(other, field)]).toEqual([expected, expected]);
  });
});

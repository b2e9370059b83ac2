import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAgainst } from '../../../web/panels/timeline/first-against.ts';
import { stepDay } from '../../../web/panels/timeline/step-day.ts';

const [from, to] = ['2007-02-01', '2008-12-31'];
const step = (key: string, day: string, shiftKey = false) => stepDay({ key, shiftKey }, day, from, to);

describe('keys of the time line', () => {
  it.each([
    ['ArrowRight', '2007-02-28', false, '2007-03-01'],
    ['ArrowLeft', '2007-03-01', true, '2007-02-22'],
    ['PageUp', '2007-08-31', false, '2007-09-30'],
    ['PageDown', '2007-03-31', false, '2007-02-28'],
    ['Home', '2007-08-31', false, from],
    ['End', '2007-08-31', false, to],
  ])('%s from %s leads on', (key, day, shift, next) => {
    expect(step(key, day, shift)).toBe(next);
  });

  it('mean nothing else, and never lead out of the time line', () => {
    expect(step('x', from)).toBeNull();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'), { maxLength: 40 }),
        (keys) => {
          const day = keys.reduce((at, key) => step(key, at)!, '2007-02-03');
          expect(day >= from && day <= to).toBe(true);
        },
      ),
    );
  });
});

describe('a comparison begins', () => {
  it.each([
    ['2008-03-01', '2007-11-30', '2007-11-30'],
    ['2007-11-30', '2007-11-30', '2007-12-31'],
    ['2007-12-31', '2007-12-31', from],
    ['2008-12-30', '2008-12-30', to],
  ])('on %s, known to %s, against %s', (on, knownUntil, against) => {
    expect(firstAgainst(on, { knownUntil, from, to })).toBe(against);
  });
});

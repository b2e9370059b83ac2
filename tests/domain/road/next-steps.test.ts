import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstGap } from '../../../domain/road/first-gap.ts';
import { covers, fullWidth, gaps } from '../../../domain/road/intervals.ts';
import { roadSteps } from '../../../domain/road/next-steps.ts';
import { roadProgress, type ProgressInterval } from '../../../domain/road/progress.ts';
import { tinyFacts, tinyStretch } from '../../support/tiny-park.ts';

const road = tinyFacts().roads.get('R0')!;
const asOf = { on: '2007-11-30', knownOn: '2007-11-30' };
const whole = { fromMetres: 0, toMetres: 1000 };
const done = (fromMetres: number, toMetres: number, side: ProgressInterval['side'] = 'full'): ProgressInterval => ({
  fromMetres,
  toMetres,
  side,
  state: 'done',
});

describe('firstGap', () => {
  it('begins where the full width ends and takes no notice of plans', () => {
    const planned = { ...done(200, 400), state: 'planned' as const };
    expect(firstGap([done(0, 200), planned, done(600, 1000)], whole)).toEqual({
      fromMetres: 200,
      toMetres: 600,
      side: 'full',
    });
  });
  it('is the open half when the other half is done along all of it', () => {
    //  left   |==========|==========|
    //  right  |==========|
    expect(firstGap([done(0, 1000, 'left'), done(0, 500, 'right')], whole)).toEqual({
      fromMetres: 500,
      toMetres: 1000,
      side: 'right',
    });
  });
  it('is null when all is done', () => {
    expect(firstGap([done(0, 1000)], whole)).toBeNull();
  });
  it('filled again and again, it fills the road, and never records what is done on its side', () => {
    const interval = fc
      .tuple(
        fc.integer({ min: 0, max: 990 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('left', 'right', 'full'),
      )
      .map(([from, length, side]) => done(from, Math.min(1000, from + length), side as 'left'));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 8 }), (intervals) => {
        const filled = [...intervals];
        for (let gap = firstGap(filled, whole); gap; gap = firstGap(filled, whole)) {
          expect(gaps(fullWidth(filled), whole)).toContainEqual({ fromMetres: gap.fromMetres, toMetres: gap.toMetres });
          filled.push({ ...gap, state: 'done' });
          expect(filled.length).toBeLessThan(100);
        }
        expect(covers(fullWidth(filled), whole)).toBe(true);
      }),
    );
  });
});

describe('roadSteps', () => {
  const stepsFor = (stretches: ReturnType<typeof tinyStretch>[]) =>
    roadSteps(road, roadProgress(road, stretches, asOf)).map((step) =>
      step.act === 'record-stretch' ? `${step.layer} ${step.fromMetres}-${step.toMetres} ${step.side}` : step.act,
    );

  it('asks for the first layer with a gap, in building order, from its first gap', () => {
    const steps = stepsFor([
      tinyStretch('S-1', { layer: 'clearing', toMetres: 1000 }),
      tinyStretch('S-2', { layer: 'subgrade', toMetres: 300 }),
      tinyStretch('S-3', { layer: 'earthwork', toMetres: 500 }),
    ]);
    expect(steps.slice(0, 2)).toEqual(['earthwork 500-1000 full', 'subgrade 300-1000 full']);
  });
  it('offers layers nobody follows on this road after those that are followed', () => {
    const steps = stepsFor([tinyStretch('S-1', { layer: 'subgrade' })]);
    expect(steps[0]).toBe('subgrade 500-1000 full');
    expect(steps[1]).toBe('clearing 0-1000 full');
  });
  it('counts a layer that is only planned as followed and open', () => {
    expect(stepsFor([tinyStretch('S-1', { layer: 'pipes', doneOn: null, plannedOn: '2008-01-01' })])[0]).toBe(
      'pipes 0-1000 full',
    );
  });
});

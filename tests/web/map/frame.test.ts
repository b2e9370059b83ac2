import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { revealShift } from '../../../web/map/binding/reveal.ts';
import { chooseScale } from '../../../web/map/controls/choose-scale.ts';
import { formatAreaShort } from '../../../web/map/controls/format-area-short.ts';
import { pixelsPerMetre } from '../../../web/map/layers/express.ts';

describe('chooseScale', () => {
  it('takes 1, 2 or 5 times a power of ten', () => {
    expect(chooseScale(3, 168)).toEqual({ metres: 500, pixels: 500 / 3 });
    expect(chooseScale(0.15, 168).metres).toBe(20);
  });
  it('always fits and uses at least two fifths of the room', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 5000, noNaN: true }), (metresPerPixel) => {
        const { pixels } = chooseScale(metresPerPixel, 168);
        expect(pixels).toBeLessThanOrEqual(168.0001);
        expect(pixels).toBeGreaterThanOrEqual(168 * 0.399);
      }),
    );
  });
});

describe('revealShift', () => {
  const free = { left: 0, top: 0, right: 700, bottom: 600 };
  it('leaves alone what is seen', () => {
    expect(revealShift({ left: 10, top: 10, right: 90, bottom: 90 }, free)).toEqual([0, 0]);
  });
  it('brings what is under a panel just out of it', () => {
    expect(revealShift({ left: 680, top: -30, right: 760, bottom: 50 }, free)).toEqual([60, -30]);
  });
  it('gives up on what is larger than the free part', () => {
    expect(revealShift({ left: -100, top: 0, right: 900, bottom: 50 }, free)).toBeNull();
  });
});

describe('formatAreaShort', () => {
  it('letters 亩 with one decimal, m² whole, ha with two', () => {
    expect(formatAreaShort(33_955.114, 'mu', 'zh-CN')).toBe('50.9');
    expect(formatAreaShort(33_955.114, 'm2', 'en')).toBe('33,955');
    expect(formatAreaShort(33_955.114, 'ha', 'en')).toBe('3.40');
  });
});

describe('pixelsPerMetre', () => {
  it('agrees with the width of the world', () => {
    expect((512 * 2 ** 10) / (pixelsPerMetre(10, 0) * 40_075_016.686)).toBeCloseTo(1, 6);
  });
});

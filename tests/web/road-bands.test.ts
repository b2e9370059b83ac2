import { describe, expect, it } from 'vitest';
import { bandScale, markStep, snapMetres } from '../../web/panels/road/band-scale.ts';

describe('road bands', () => {
  it('goes from chainage to pixels and back', () => {
    const scale = bandScale(2832.4, 60, 380);
    expect(scale.x(0)).toBe(60);
    expect(scale.x(2832.4)).toBeCloseTo(380, 9);
    expect(scale.metres(scale.x(1700))).toBeCloseTo(1700, 9);
  });

  it('marks round chainages that can be read', () => {
    expect(markStep(2832, 320)).toBe(1000);
    expect(markStep(600, 320)).toBe(200);
  });

  it('snaps to ten metres, and to the end of the road', () => {
    expect(snapMetres(1703.2, 2832.4)).toBe(1700);
    expect(snapMetres(2829, 2832.4)).toBe(2832.4);
    expect(snapMetres(-4, 2832.4)).toBe(0);
  });
});

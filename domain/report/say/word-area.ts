import { inUnit, roundedInUnit } from '../../geometry/area-units.ts';

/** An area in words: `近1000亩` for 985.15 亩. `isRounded`: the exact value has to stand beside it. */
export interface WordedArea {
  readonly wording: string;
  readonly isRounded: boolean;
}

/** Below this many 亩 an area is told exactly. */
const leastRounded = 100;
/** Nearer than this share to a multiple of ten, a surveyed boundary is that number. */
const surveyShare = 1 / 10_000;
/** How near a number of one, then of two significant digits must be to stand for an area. */
const nearness = [0.03, 0.01] as const;

/**
 * How a report words an area, given as twice square millimetres, by rule:
 * below 100 亩 the exact value (27.5亩); within 1/10,000 of a multiple of ten that number (6000亩);
 * within 3 % of a number of one significant digit or 1 % of one of two digits, 近 below it and 余 above it;
 * anything else 约 and three significant digits.
 */
export function wordArea(twiceSquareMillimetres: number): WordedArea {
  const mu = inUnit(twiceSquareMillimetres, 'mu');
  if (mu < leastRounded) return { wording: `${plainMu(twiceSquareMillimetres)}亩`, isRounded: false };
  const tens = Math.round(mu / 10) * 10;
  if (Math.abs(mu - tens) <= tens * surveyShare) return { wording: `${tens}亩`, isRounded: false };
  const round = roundNumberNear(mu);
  if (round === null) return { wording: `约${toThreeDigits(mu)}亩`, isRounded: true };
  return { wording: mu < round ? `近${round}亩` : `${round}余亩`, isRounded: true };
}

/** 亩 (1 亩 = 2000/3 m²) to two decimals at most, rounded half up exactly. */
export function plainMu(twiceSquareMillimetres: number): string {
  return String(roundedInUnit(twiceSquareMillimetres, 'mu'));
}

/** The same always with two decimals. */
export function exactMu(twiceSquareMillimetres: number): string {
  return roundedInUnit(twiceSquareMillimetres, 'mu').toFixed(2);
}

function toThreeDigits(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 2);
  return Math.round(value / step) * step;
}

function roundNumberNear(value: number): number | null {
  const magnitude = 10 ** Math.floor(Math.log10(value));
  for (const [place, share] of nearness.entries()) {
    const step = magnitude / 10 ** place;
    const round = Math.round(value / step) * step;
    if (Math.abs(value - round) <= round * share) return round;
  }
  return null;
}

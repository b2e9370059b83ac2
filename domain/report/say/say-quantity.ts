import type { Quantity } from '../document.ts';
import { sayDay, sayMonth } from './say-day.ts';
import { sayDecimal, sayFraction, sayInWan } from './say-number.ts';
import { exactMu, plainMu, wordArea } from './word-area.ts';

/** How a quantity is written in the text, and exactly. `isRounded`: the text needs the exact value beside it. */
export interface Said {
  readonly wording: string;
  readonly exact: string;
  readonly isRounded: boolean;
}

/** Words a quantity; areas by the rule of `wordArea` unless `style` is `exact`. */
export function sayQuantity(quantity: Quantity, style: 'worded' | 'exact' = 'worded'): Said {
  switch (quantity.kind) {
    case 'area':
      return sayArea(quantity, style);
    case 'length':
      return plain(`${sayFraction(millimetres(quantity.metres), 1000, 1)}米`, `${sayDecimal(quantity.metres)}米`);
    case 'day':
      return plain(quantity.style === 'month' ? sayMonth(quantity.day) : sayDay(quantity.day), sayDay(quantity.day));
    case 'money':
      return plain(`${sayFraction(quantity.yuan, 10_000, 2)}万元`);
    case 'yuan-per-area': {
      const amount = sayFraction(quantity.yuan * 400_000, twiceOf(quantity.squareMetres) * 3, 2);
      return plain(`${amount}万元`, `${amount}万元/亩`);
    }
    case 'volume':
      return plain(`${sayInWan(quantity.cubicMetres)}立方米`);
    case 'share':
      return plain(`${sayFraction(quantity.numerator * 100, quantity.denominator, 2)}%`);
    case 'ratio':
      return plain(`${sayFraction(quantity.numerator, quantity.denominator, 2)}倍`);
    case 'amount':
      return plain(`${sayInWan(quantity.quantity)}${unitNames[quantity.unit] ?? quantity.unit}`);
  }
}

const unitNames: Readonly<Record<string, string>> = { 'm²': '平方米', 'm³': '立方米', m: '米' };

function sayArea({ squareMetres, unit }: Quantity & { kind: 'area' }, style: 'worded' | 'exact'): Said {
  const twice = twiceOf(squareMetres);
  if (unit === '平方公里') return plain(`${sayFraction(twice, 2_000_000_000_000, 2)}平方公里`);
  const worded = style === 'worded' ? wordArea(twice) : { wording: `${plainMu(twice)}亩`, isRounded: false };
  return { ...worded, exact: `${exactMu(twice)}亩` };
}

function plain(wording: string, exact = wording): Said {
  return { wording, exact, isRounded: false };
}

function twiceOf(squareMetres: number): number {
  return Math.round(squareMetres * 2_000_000);
}

function millimetres(metres: number): number {
  return Math.round(metres * 1000);
}

import { describe, expect, it } from 'vitest';
import { addsUpAsWritten, differenceSquareMetres, equationTerms } from '../../web/panels/ledger/equation-terms.ts';

const none = { squareMetres: 0, count: 0 };
const columns = {
  parcels: { squareMetres: 900, count: 2 },
  roads: { squareMetres: 100, count: 1 },
  green: none,
  water: none,
  utilities: none,
  rest: none,
};
const row = {
  phase: '1',
  outlineSquareMetres: 1000,
  columns,
  outsideSquareMetres: 0,
  enteredSquareMetres: 0,
  overlapsSquareMetres: 0,
  residualSquareMetres: 0,
  roundingSquareMetres: 0,
};

describe('the terms of a balance', () => {
  it('are the land alone where nothing is wrong', () => {
    expect(equationTerms(row).map(({ name }) => name)).toEqual(['parcels', 'roads']);
    expect(differenceSquareMetres(row)).toBe(0);
  });

  it('have the faults that are there, each with its sign, and add up to the outline', () => {
    const faulty = {
      ...row,
      outlineSquareMetres: 964.99,
      outsideSquareMetres: 40,
      enteredSquareMetres: 5,
      overlapsSquareMetres: 10,
      residualSquareMetres: 10,
      roundingSquareMetres: -0.01,
    };
    const terms = equationTerms(faulty);
    expect(terms.filter(({ isFault }) => isFault).map(({ name, sign }) => `${sign} ${name}`)).toEqual([
      '− outside',
      '+ entered',
      '− overlaps',
      '+ residual',
      '− rounding',
    ]);
    const sum = terms.reduce(
      (total, { sign, squareMetres }) => total + (sign === '+' ? squareMetres : -squareMetres),
      0,
    );
    expect(sum).toBeCloseTo(faulty.outlineSquareMetres, 9);
    expect(differenceSquareMetres(faulty)).toBeCloseTo(-35.01, 9);
  });

  it('say whether a reader who adds them up will miss a last digit', () => {
    const plus = (...numbers: string[]) => numbers.map((written) => ['+', written] as const);
    expect(addsUpAsWritten('6,000.00', plus('4,410.00', '1,590.00'))).toBe(true);
    expect(addsUpAsWritten('6,000.00', plus('4,410.00', '1,589.99'))).toBe(false);
    expect(addsUpAsWritten('10.00', [...plus('12.50'), ['−', '2.50']])).toBe(true);
  });
});

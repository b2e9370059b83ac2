import { describe, expect, it } from 'vitest';
import { formatQuantity, kindOf, shareOf } from '../../web/panels/overview/target-text.ts';

const actual = { quantity: 0, codes: [], left: [], squareMetres: null, metres: null };

describe('a target in words', () => {
  it('is there by its metres, else by its quantity, never more than whole', () => {
    expect(shareOf({ quantity: 6, actual: { ...actual, metres: { done: 250, wanted: 1000 } } })).toBe(0.25);
    expect(shareOf({ quantity: 1500, actual: { ...actual, quantity: 750 } })).toBe(0.5);
    expect(shareOf({ quantity: 1500, actual: { ...actual, quantity: 1600 } })).toBe(1);
    expect(shareOf({ quantity: 1500, actual: { ...actual, quantity: -3 } })).toBe(0);
  });

  it('has no share while nobody can compute it', () => {
    expect(shareOf({ quantity: 5, actual: null })).toBeNull();
    expect(shareOf({ quantity: null, actual: { ...actual, quantity: 2 } })).toBeNull();
    expect(shareOf({ quantity: 5, actual: { ...actual, quantity: null } })).toBeNull();
  });

  it('opens to parcels or roads', () => {
    expect(kindOf({ measure: { kind: 'land', column: 'available', isIncrement: false } })).toBe('parcel');
    expect(kindOf({ measure: { kind: 'roads-finished', layers: ['subgrade'], roads: ['R0'] } })).toBe('road');
    expect(kindOf({ measure: { kind: 'surveyed' } })).toBeNull();
  });

  it('writes whole numbers whole', () => {
    expect([formatQuantity(1500), formatQuantity(987.653)]).toEqual(['1,500', '987.65']);
  });
});

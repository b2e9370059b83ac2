import { describe, expect, it } from 'vitest';
import { likelyGate } from '../../../web/panels/select/likely-gate.ts';

describe('likelyGate', () => {
  it('is the next gate of most parcels', () => {
    expect(likelyGate([['acquired', 'levelled'], ['levelled', 'road'], ['levelled']])).toBe('levelled');
  });
  it('is the earlier one of equals, and nothing when none is missing in order', () => {
    expect(likelyGate([['levelled'], ['approved', 'acquired', 'levelled']])).toBe('approved');
    expect(likelyGate([['road', 'power'], []])).toBeNull();
    expect(likelyGate([])).toBeNull();
  });
});

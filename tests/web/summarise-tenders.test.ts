import { describe, expect, it } from 'vitest';
import type { Section } from '../../domain/tender/schema.ts';
import { summariseTenders, tendered, withEarthwork } from '../../web/panels/overview/summarise-tenders.ts';

const section = (code: string, controlYuan: number | null, winningYuan = 0): Section => ({
  code,
  name: code,
  nameEn: code,
  road: null,
  tender: controlYuan === null ? null : { on: '2007-03-01', controlYuan, winningYuan, winner: '', winnerEn: '' },
  contract: null,
  earthwork: null,
});

describe('summariseTenders', () => {
  it('adds up tendered sections only, so that the rate is a ratio of sums', () => {
    const sum = summariseTenders(tendered([section('T-1', 100, 50), section('T-2', 900, 810), section('T-3', null)]));
    expect(sum).toEqual({ controlYuan: 1000, winningYuan: 860, savedYuan: 140 });
  });

  it('keeps tendered and earthwork sections apart', () => {
    expect(withEarthwork([section('T-1', 100, 50)])).toEqual([]);
  });
});

import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';

export interface TenderSavings {
  readonly sections: readonly string[];
  readonly count: number;
  readonly controlYuan: number;
  readonly winningYuan: number;
  readonly savedYuan: number;
  /** Σ saved ÷ Σ control, never the mean of the sections' rates; exact. `denominator` is 0 without a tender. */
  readonly rate: { readonly numerator: number; readonly denominator: number };
}

/** What the tenders opened by a day saved against their control prices (下浮率), in whole yuan. */
export function tenderSavings(facts: ParkFacts, on: Day): TenderSavings {
  const tendered = facts.sections.flatMap(({ code, tender }) =>
    tender !== null && tender.on <= on ? [{ code, ...tender }] : [],
  );
  const controlYuan = tendered.reduce((sum, tender) => sum + tender.controlYuan, 0);
  const winningYuan = tendered.reduce((sum, tender) => sum + tender.winningYuan, 0);
  const savedYuan = controlYuan - winningYuan;
  return {
    sections: tendered.map(({ code }) => code),
    count: tendered.length,
    controlYuan,
    winningYuan,
    savedYuan,
    rate: { numerator: savedYuan, denominator: controlYuan },
  };
}

import type { Section } from '../../../domain/tender/schema.ts';

export type Tendered = Section & { tender: NonNullable<Section['tender']> };
export type Earthworks = Section & { earthwork: NonNullable<Section['earthwork']> };

export const tendered = (sections: readonly Section[]): Tendered[] =>
  sections.filter((section): section is Tendered => section.tender !== null);

export const withEarthwork = (sections: readonly Section[]): Earthworks[] =>
  sections.filter((section): section is Earthworks => section.earthwork !== null);

/** Sums over tenders; the saving rate is Σ saved ÷ Σ control, never the mean of the sections' rates. */
export function summariseTenders(sections: readonly Tendered[]) {
  const controlYuan = sections.reduce((sum, { tender }) => sum + tender.controlYuan, 0);
  const winningYuan = sections.reduce((sum, { tender }) => sum + tender.winningYuan, 0);
  return { controlYuan, winningYuan, savedYuan: controlYuan - winningYuan };
}

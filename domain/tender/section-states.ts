import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { sectionEarthwork, type EarthVolumes } from './earthwork.ts';
import { letOn } from './let-on.ts';
import { paidYuan } from './paid-yuan.ts';
import type { Section } from './schema.ts';

/** A section as of a day: what has not happened yet is null. */
export interface SectionState extends Pick<Section, 'code' | 'tender' | 'contract'> {
  readonly letOn: Day | null;
  readonly isLet: boolean;
  readonly earthwork: EarthVolumes | null;
  readonly paidYuan: number;
  /** What the payments are measured against: the settled price, else the contract's; null before the contract. */
  readonly dueYuan: number | null;
}

/** Every section with its tender, contract, earthwork and payments up to a day; money in whole yuan, earth in m³. */
export function sectionStates(facts: ParkFacts, on: Day): SectionState[] {
  return facts.sections.map((section) => {
    const day = letOn(section);
    const contract = section.contract !== null && section.contract.on <= on ? section.contract : null;
    return {
      code: section.code,
      letOn: day,
      isLet: day === null || day <= on,
      tender: section.tender !== null && section.tender.on <= on ? section.tender : null,
      contract,
      earthwork: sectionEarthwork(section, on),
      paidYuan: paidYuan(facts, on, section.code),
      dueYuan: contract && (contract.settledYuan ?? contract.priceYuan),
    };
  });
}

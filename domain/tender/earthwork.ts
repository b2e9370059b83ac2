import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { letOn } from './let-on.ts';
import type { Section } from './schema.ts';

export interface EarthVolumes {
  readonly plannedCutCubicMetres: number;
  readonly plannedFillCubicMetres: number;
  readonly certifiedCutCubicMetres: number;
  readonly certifiedFillCubicMetres: number;
}

/** Earthwork of the sections let by a day: planned in whole, certified up to the day; cut and fill apart, natural m³. */
export function earthwork(facts: ParkFacts, on: Day): EarthVolumes & { readonly sections: readonly string[] } {
  const jobs = facts.sections
    .filter((section) => (letOn(section) ?? on) <= on)
    .flatMap((section) => {
      const volumes = sectionEarthwork(section, on);
      return volumes ? [{ code: section.code, volumes }] : [];
    });
  const sum = (kind: keyof EarthVolumes) => jobs.reduce((total, { volumes }) => total + volumes[kind], 0);
  return {
    sections: jobs.map(({ code }) => code),
    plannedCutCubicMetres: sum('plannedCutCubicMetres'),
    plannedFillCubicMetres: sum('plannedFillCubicMetres'),
    certifiedCutCubicMetres: sum('certifiedCutCubicMetres'),
    certifiedFillCubicMetres: sum('certifiedFillCubicMetres'),
  };
}

/** The earthwork of one section, certified up to a day; null when it has none. */
export function sectionEarthwork({ earthwork }: Section, on: Day): EarthVolumes | null {
  if (earthwork === null) return null;
  const certificates = earthwork.certificates.filter((one) => one.on <= on);
  return {
    plannedCutCubicMetres: earthwork.plannedCutCubicMetres,
    plannedFillCubicMetres: earthwork.plannedFillCubicMetres,
    certifiedCutCubicMetres: certificates.reduce((sum, one) => sum + one.cutCubicMetres, 0),
    certifiedFillCubicMetres: certificates.reduce((sum, one) => sum + one.fillCubicMetres, 0),
  };
}

import type { Day } from '../../../domain/day.ts';
import type { ParkFacts } from '../../../domain/park/facts.ts';
import { traitsOf } from './export-formats.ts';
import type { ExportOrder } from './export-order.ts';

export interface FileNames {
  /** Of the layer or the table within. */
  readonly title: string;
  readonly fileName: string;
  /** For programs that know only ASCII. */
  readonly plainName: string;
}

/** `金岭工业园-一期-地块-2007-11-30.zip`, or `Jinling Industrial Park-Phase 1-parcels-…`. */
export function fileNames(
  { park, phases }: Pick<ParkFacts, 'park' | 'phases'>,
  { phase, format, language }: ExportOrder,
  on: Day,
): FileNames {
  const isChinese = language === 'zh';
  const nameOf = ({ name, nameEn }: { name: string; nameEn: string }) => (isChinese ? name : nameEn);
  const ofPhase = phases.filter(({ code }) => code === phase).map(nameOf);
  const title = [nameOf(park), ...ofPhase, isChinese ? '地块' : 'parcels'].join('-').replaceAll(/[\\/:*?"<>|]/g, '_');
  const { extension } = traitsOf(format);
  const plainPhase = ofPhase.length > 0 && /^[\w-]+$/.test(phase ?? '') ? `-${phase}` : '';
  return {
    title,
    fileName: `${title}-${on}.${extension}`,
    plainName: `${park.code}${plainPhase}-parcels-${on}.${extension}`,
  };
}

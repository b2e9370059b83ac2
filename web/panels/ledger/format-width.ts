import { formatNumber } from '../../ui/format-number.ts';

/** A width as surveyors say it: millimetres up to a metre, then metres. */
export function formatWidth(millimetres: number): string {
  return millimetres < 1000 ? `${formatNumber(millimetres, 0)} mm` : `${formatNumber(millimetres / 1000, 2)} m`;
}

import { formatNumber } from './format-number.ts';

/** The size of a file: 812 → `1 kB`, 3400000 → `3.2 MB`. */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${formatNumber(Math.max(1, kilobytes), 0)} kB` : `${formatNumber(kilobytes / 1024, 1)} MB`;
}

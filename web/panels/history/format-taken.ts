/** The local time of a camera as it wrote it, to the minute: `2007-11-30T14:05:00+08:00` → `2007-11-30 14:05`. */
export function formatTaken(takenAt: string): string {
  return takenAt.slice(0, 16).replace('T', ' ');
}

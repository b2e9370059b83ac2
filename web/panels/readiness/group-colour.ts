import type { ReadinessGroup } from '../../answers/readiness.ts';
import { statusColour } from '../../map/palette.ts';

const near = [217, 169, 76] as const;
const far = [240, 226, 190] as const;

/** One colour a group: supply and contract as on the map, months from near to far in fading ochre, blocked in grey. */
export function groupColour(group: Pick<ReadinessGroup, 'state'>, place: number, count: number): string {
  if (group.state === 'ready') return statusColour.available;
  if (group.state === 'given') return statusColour.contracted;
  if (group.state === 'blocked') return '#b9b2a4';
  const share = count < 2 ? 0 : place / (count - 1);
  return `rgb(${near.map((from, index) => Math.round(from + (far[index]! - from) * share)).join(' ')})`;
}

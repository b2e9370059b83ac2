import type { Repair } from '../check/repair/repair.ts';
import type { Words } from './words.ts';

/** What a repair does to a boundary. */
export const repairWords: Readonly<Record<`repair.${Repair['kind']}`, Words>> = {
  'repair.drop-corner': ['删去重复或尖刺界址点', 'Drop the repeated corner or the tip of the spike'],
  'repair.move-corner': [
    '移动界址点{distanceMillimetres}毫米，与相邻地块的界址点重合',
    "Move the corner by {distanceMillimetres} mm onto the neighbour's",
  ],
  'repair.insert-corner': ['在界线上补界址点', 'Insert a corner into the boundary'],
  'repair.split-ring': ['在自交处拆分界线', 'Take the boundary apart where it meets itself'],
  'repair.reverse-ring': ['调整环的方向', 'Turn the direction of the ring round'],
  'repair.drop-ring': ['删去多余的内圈', 'Drop the hole'],
  'repair.drop-part': ['删去重复的部分', 'Drop the repeated part'],
  'repair.hole-to-part': ['内圈改为独立部分', 'Make the hole a part of its own'],
};

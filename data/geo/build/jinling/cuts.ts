import { axisChainage } from './land.ts';
import type { Drafting } from '../shape/drafting.ts';

/** The lines that part the blocks of 金岭 into parcels, block by block from west to east. */
export function drawCuts(d: Drafting): void {
  const [x1, l1, x3, l2, x4, x5] = ['R1', 'L1', 'R3', 'L2', 'R4', 'R5'].map((other) => d.meet('R0', other)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const end = d.road('R0').path.length;

  const x5w = d.meet('R0', 'L5');

  // west gate
  d.back('R0', 190, 20, x1 + 20);
  d.squares('R0', 'left', [175, 285]);
  d.squares('R2', 'left', [95]);
  d.back('R0', -165, x5w, x1 + 40);
  d.squares('R0', 'right', [x5w + 115]);
  d.squares('L5', 'right', [190]);
  d.squares('L5', 'left', [300]);
  d.squares('L5', 'right', [330]);

  // between avenue and hill-foot road
  d.back('R0', 200, x1 - 60, x3 + 60);
  d.squares('R0', 'left', [x1 + 125, l1 + 115, l1 + 225]);
  d.squares('R2', 'right', [d.meet('R2', 'L1') - 130, d.meet('R2', 'L1') + 120, d.meet('R2', 'L1') + 230]);

  // between avenue and riverside road
  d.back('R0', -205, x1 - 60, l1 + 15);
  d.back('R0', -190, l1 - 22, x3 + 40);
  d.squares('R0', 'right', [x1 + 118, l1 + 120, l1 + 235]);
  d.squares('R1', 'left', [d.meet('R1', 'L1') + 150]);

  // centre south
  d.back('R0', -180, x3 - 30, x4 + 50);
  d.squares('R0', 'right', [x3 + 125, x3 + 245, l2 + 110, l2 + 210]);
  d.squares('R1', 'left', [d.meet('R1', 'R3') + 130, d.meet('R1', 'R3') + 255, d.meet('R1', 'L2') + 190]);

  // centre north, beside the management centre
  d.back('R0', 215, x3 - 40, x4 + 40);
  d.squares('R0', 'left', [x3 + 112, axisChainage - 124, axisChainage + 124, x4 - 118]);
  d.squares('R2', 'right', [d.meet('R2', 'R3') + 150, d.meet('R2', 'R4') - 130]);

  // K1+700 to the stream
  d.back('R0', 195, x4 - 40, x5 + 30);
  d.squares('R0', 'left', [x4 + 108, x4 + 205]);
  d.squares('R2', 'right', [d.meet('R2', 'R4') + 140, d.meet('R2', 'R5') - 140]);
  d.back('R0', -205, x4 - 40, x5 + 40);
  d.squares('R0', 'right', [x4 + 108, x4 + 205]);
  d.squares('R1', 'left', [d.meet('R1', 'R4') + 140]);
  d.squares('R1', 'left', [d.meet('R1', 'R4') + 275], -16);
  d.squares('R1', 'left', [d.meet('R1', 'R5') - 150]);
  d.squares('R0', 'left', [x5 - 135]);
  d.squares('R0', 'right', [x5 - 120]);
  d.squares('R5', 'right', [d.meet('R5', 'R0') + 215]);

  // east of R5
  d.back('R0', 190, x5 - 30, end + 20);
  d.squares('R0', 'left', [x5 + 150, x5 + 300]);
  d.squares('R2', 'right', [d.meet('R2', 'R5') + 150, d.meet('R2', 'R5') + 330]);
  d.squares('R0', 'right', [x5 + 130, x5 + 265]);

  // north of the hill-foot road
  const r2 = (other: string): number => d.meet('R2', other);
  d.squares('R2', 'left', [
    330,
    470,
    r2('L1') - 10,
    r2('L1') + 130,
    r2('R3') + 20,
    r2('R3') + 190,
    r2('R3') + 350,
    r2('R4') - 90,
    r2('R4') + 90,
    r2('R4') + 250,
  ]);
  d.squares('R2', 'left', [r2('R5') - 190, r2('R5') + 160, r2('R5') + 300]);

  // south of the riverside road
  d.squares('R1', 'right', [520, d.meet('R1', 'R4') + 185]);

  // east end
  d.squares('L3', 'left', [130, 270]);
  d.squares('L3', 'right', [170]);
  d.squares('R1', 'right', [d.road('R1').path.length - 160]);
  d.squares('R2', 'left', [d.road('R2').path.length - 175]);
  d.squares('L6', 'right', [150]);

  // right bank
  d.squares('L4', 'left', [160, 320]);
  d.squares('L4', 'right', [150, 300]);
}

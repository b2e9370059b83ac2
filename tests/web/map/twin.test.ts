import { describe, expect, it } from 'vitest';
import { Twin } from '../../../web/map/twin.ts';

type Member = Parameters<Twin['join']>[0];

/** A camera that tells of its moves as MapLibre does: within the jump. */
class Camera {
  x = 0;
  moves = 0;
  readonly #heard = new Set<() => void>();
  getCenter = () => this.x;
  getZoom = () => 13;
  getBearing = () => 0;
  on = (_name: string, hear: () => void) => this.#heard.add(hear);
  off = (_name: string, hear: () => void) => this.#heard.delete(hear);
  jumpTo = ({ center }: { center: number }) => {
    this.x = center;
    this.moves += 1;
    for (const hear of this.#heard) hear();
  };
  get member(): Member {
    return this as unknown as Member;
  }
}

describe('twin maps', () => {
  it('follow whichever is moved, once', () => {
    const twin = new Twin();
    const [a, b] = [new Camera(), new Camera()];
    twin.join(a.member);
    twin.join(b.member);
    a.moves = b.moves = 0;
    a.jumpTo({ center: 5 });
    expect([b.x, b.moves, a.moves]).toEqual([5, 1, 1]);
    b.jumpTo({ center: 7 });
    expect([a.x, a.moves, b.moves]).toEqual([7, 2, 2]);
  });

  it('join where the first stands, and are left alone after they leave', () => {
    const twin = new Twin();
    const [a, b] = [new Camera(), new Camera()];
    a.x = 3;
    twin.join(a.member);
    const leave = twin.join(b.member);
    expect(b.x).toBe(3);
    leave();
    a.jumpTo({ center: 9 });
    expect(b.x).toBe(3);
  });
});

import { crossing, direction, distance, type Point } from './curve.ts';

/** A line with chainage: position and normal at a chainage, offsets, and the foot of a point. Left is positive. */
export class Path {
  readonly chainage: number[];
  readonly length: number;

  constructor(readonly points: readonly Point[]) {
    let run = 0;
    this.chainage = points.map((p, i) => (run += i ? distance(points[i - 1]!, p) : 0));
    this.length = run;
  }

  at(chainageMetres: number, offsetMetres = 0): Point {
    const i = this.segment(chainageMetres);
    const [a, b] = [this.points[i]!, this.points[i + 1]!];
    const [dx, dy] = direction(a, b);
    const along = chainageMetres - this.chainage[i]!;
    return [a[0] + dx * along - dy * offsetMetres, a[1] + dy * along + dx * offsetMetres];
  }

  heading(chainageMetres: number): number {
    const i = this.segment(chainageMetres);
    const [dx, dy] = direction(this.points[i]!, this.points[i + 1]!);
    return Math.atan2(dy, dx);
  }

  /** Nearest point of the line: chainage, signed offset, distance; `inside` when the foot is not one of the two ends. */
  foot(p: Point): { chainage: number; offset: number; distance: number; inside: boolean } {
    let best = { chainage: 0, offset: 0, distance: Infinity, inside: false };
    for (let i = 0; i + 1 < this.points.length; i++) {
      const [a, b] = [this.points[i]!, this.points[i + 1]!];
      const [dx, dy] = direction(a, b);
      const length = this.chainage[i + 1]! - this.chainage[i]!;
      const raw = (p[0] - a[0]) * dx + (p[1] - a[1]) * dy;
      const along = Math.min(length, Math.max(0, raw));
      const away = Math.hypot(p[0] - a[0] - dx * along, p[1] - a[1] - dy * along);
      if (away >= best.distance) continue;
      const side = dx * (p[1] - a[1]) - dy * (p[0] - a[0]);
      const chainage = this.chainage[i]! + along;
      const inside = chainage > 1e-6 && chainage < this.length - 1e-6;
      best = { chainage, offset: side < 0 ? -away : away, distance: away, inside };
    }
    return best;
  }

  /** The parallel line at a signed distance, between two chainages; corners are mitred. */
  parallel(offsetMetres: number, from = 0, to = this.length): Point[] {
    const part = this.part(from, to);
    return part.map((p, i) => {
      const before = part[i - 1] ? direction(part[i - 1]!, p) : direction(p, part[i + 1]!);
      const after = part[i + 1] ? direction(p, part[i + 1]!) : before;
      const normal: Point = [-(before[1] + after[1]) / 2, (before[0] + after[0]) / 2];
      const stretch = offsetMetres / (normal[0] ** 2 + normal[1] ** 2);
      return [p[0] + normal[0] * stretch, p[1] + normal[1] * stretch];
    });
  }

  part(from: number, to: number): Point[] {
    const inner = this.points.filter((_, i) => this.chainage[i]! > from + 0.01 && this.chainage[i]! < to - 0.01);
    return [this.at(from), ...inner, this.at(to)];
  }

  /** The strip from offset `right` to offset `left` between two chainages, as a ring. */
  strip(right: number, left: number, from = 0, to = this.length): Point[] {
    return [...this.parallel(right, from, to), ...this.parallel(left, from, to).reverse()];
  }

  private segment(chainage: number): number {
    let [low, high] = [0, this.points.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.chainage[middle]! <= chainage) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** All crossings of two lines, with the chainage on each. */
export function crossings(a: Path, b: Path): { at: Point; onA: number; onB: number }[] {
  const out: { at: Point; onA: number; onB: number }[] = [];
  for (let i = 0; i + 1 < a.points.length; i++) {
    for (let j = 0; j + 1 < b.points.length; j++) {
      const hit = crossing(a.points[i]!, a.points[i + 1]!, b.points[j]!, b.points[j + 1]!);
      if (!hit) continue;
      const onA = a.chainage[i]! + hit.t * (a.chainage[i + 1]! - a.chainage[i]!);
      const onB = b.chainage[j]! + hit.s * (b.chainage[j + 1]! - b.chainage[j]!);
      if (!out.some((o) => Math.abs(o.onA - onA) < 0.01)) out.push({ at: hit.at, onA, onB });
    }
  }
  return out;
}

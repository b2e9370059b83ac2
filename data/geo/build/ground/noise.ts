/** Repeatable noise: the same numbers on every machine, from integer hashing only. */
export function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(seed | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

/** Smooth value noise, 0…1, one cell a unit. */
export function noise(x: number, y: number, seed: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const ease = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
  const [a, b] = [ease(x - i), ease(y - j)];
  const low = hash(i, j, seed) * (1 - a) + hash(i + 1, j, seed) * a;
  const high = hash(i, j + 1, seed) * (1 - a) + hash(i + 1, j + 1, seed) * a;
  return low * (1 - b) + high * b;
}

/** Several octaves, 0…1. */
export function fractal(x: number, y: number, seed: number, octaves: number): number {
  let [sum, weight, scale] = [0, 0, 1];
  for (let k = 0; k < octaves; k++) {
    sum += noise(x * scale, y * scale, seed + k * 101) / scale;
    weight += 1 / scale;
    scale *= 2;
  }
  return sum / weight;
}

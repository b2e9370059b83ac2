export interface BandScale {
  x: (metres: number) => number;
  metres: (x: number) => number;
}

/** Chainage to pixels between the gutter with the names and the right edge. */
export function bandScale(lengthMetres: number, left: number, right: number): BandScale {
  const perMetre = (right - left) / lengthMetres;
  return { x: (metres) => left + metres * perMetre, metres: (x) => (x - left) / perMetre };
}

/** Metres between round marks that are far enough apart to be read. */
export function markStep(lengthMetres: number, widthPixels: number): number {
  const most = Math.max(2, Math.floor(widthPixels / 62));
  return [50, 100, 200, 250, 500, 1000, 2000, 5000].find((metres) => lengthMetres / metres <= most) ?? 10_000;
}

/** Whole ten metres, or the very end of the road when the pointer is near it. */
export function snapMetres(metres: number, lengthMetres: number): number {
  if (metres >= lengthMetres - 5) return lengthMetres;
  return Math.max(0, Math.round(metres / 10) * 10);
}

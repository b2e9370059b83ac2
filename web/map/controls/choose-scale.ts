export interface Scale {
  readonly metres: number;
  readonly pixels: number;
}

/** The longest round distance (1, 2 or 5 times a power of ten) that fits into `mostPixels`. */
export function chooseScale(metresPerPixel: number, mostPixels: number): Scale {
  const most = metresPerPixel * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((one) => one <= most) ?? power;
  return { metres, pixels: metres / metresPerPixel };
}

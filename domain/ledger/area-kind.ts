/** plane: on the park's Gauss grid, the legal area. ellipsoid: on CGCS2000. registered: as the land register has it. */
export const areaKinds = ['plane', 'ellipsoid', 'registered'] as const;
export type AreaKind = (typeof areaKinds)[number];

/** An area that knows what kind it is; areas of different kinds do not add. The number is a whole one of half mm². */
export interface Area<Kind extends AreaKind> {
  readonly kind: Kind;
  readonly twiceSquareMillimetres: number;
}

/** An area given in square metres, to the nearest half square millimetre. */
export function areaOf<Kind extends AreaKind>(kind: Kind, squareMetres: number): Area<Kind> {
  return { kind, twiceSquareMillimetres: Math.round(squareMetres * 2_000_000) };
}

/** The sum of areas of one kind, exact. */
export function sumOf<Kind extends AreaKind>(kind: Kind, areas: readonly Area<NoInfer<Kind>>[]): Area<Kind> {
  return { kind, twiceSquareMillimetres: areas.reduce((sum, area) => sum + area.twiceSquareMillimetres, 0) };
}

/** How much larger one area is than another of any kind, in square metres: the one place where kinds meet. */
export function excessSquareMetres(area: Area<AreaKind>, other: Area<AreaKind>): number {
  return (area.twiceSquareMillimetres - other.twiceSquareMillimetres) / 2_000_000;
}

import { radiansPerArcsecond, type FourParameters } from './transformation.ts';

/** A point in metres that is changed in place, for the sake of a million of them. */
export interface PlanePoint {
  x: number;
  y: number;
}

/** Moves east (x) and north (y), in metres of the `from` plane, to metres of the `to` plane (standards §2.2). */
export function fourParameterStep(parameters: FourParameters): (point: PlanePoint) => void {
  const angle = parameters.rotationArcseconds * radiansPerArcsecond;
  const a = parameters.scale * Math.cos(angle);
  const b = parameters.scale * Math.sin(angle);
  const { deltaNorthMetres, deltaEastMetres } = parameters;
  return (point) => {
    const { x: east, y: north } = point;
    point.y = deltaNorthMetres + a * north - b * east;
    point.x = deltaEastMetres + b * north + a * east;
  };
}

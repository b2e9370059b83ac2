import { radiansPerArcsecond, type SevenParameters } from './transformation.ts';

export interface SpacePoint {
  x: number;
  y: number;
  z: number;
}

/**
 * Moves a geocentric point in metres by Bursa-Wolf with the linear rotation matrix of EPSG 1033 and 1032:
 * position vector X' = T + (1 + s)(X − rz·Y + ry·Z) …; the coordinate frame has the rotations' signs turned.
 */
export function sevenParameterStep(parameters: SevenParameters): (point: SpacePoint) => void {
  const scale = 1 + parameters.scalePartsPerMillion * 1e-6;
  const sign = (parameters.convention === 'position-vector' ? 1 : -1) * scale * radiansPerArcsecond;
  const rx = sign * parameters.rotationXArcseconds;
  const ry = sign * parameters.rotationYArcseconds;
  const rz = sign * parameters.rotationZArcseconds;
  const { deltaXMetres, deltaYMetres, deltaZMetres } = parameters;
  return (point) => {
    const { x, y, z } = point;
    point.x = deltaXMetres + scale * x - rz * y + ry * z;
    point.y = deltaYMetres + rz * x + scale * y - rx * z;
    point.z = deltaZMetres - ry * x + rx * y + scale * z;
  };
}

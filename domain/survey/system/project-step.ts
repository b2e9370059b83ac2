import proj4 from 'proj4';
import type { SpacePoint } from './shift/apply-seven.ts';
import { ellipsoids, proj4Definition, type CoordinateSystem, type Datum } from './systems.ts';

/** Changes a point in place: the point of every record is the same object. */
export type Step = (point: SpacePoint) => void;

const radiansPerDegree = Math.PI / 180;

/** Numbers of a system (metres or degrees) to longitude and latitude in radians on its own ellipsoid. */
export function unprojectStep(system: CoordinateSystem): Step {
  if (system.kind === 'degrees') {
    return (point) => {
      point.x *= radiansPerDegree;
      point.y *= radiansPerDegree;
    };
  }
  const projection = new proj4.Proj(proj4Definition(system));
  return (point) => copy(projection.inverse(point), point);
}

/** Longitude and latitude in radians to the numbers of a plane on that ellipsoid. */
export function projectStep(system: CoordinateSystem): Step {
  const projection = new proj4.Proj(proj4Definition(system));
  return (point) => copy(projection.forward(point), point);
}

/** Longitude, latitude (radians) and height of a datum to geocentric metres. */
export function geocentricStep(datum: Datum): Step {
  const projection = new proj4.Proj(`+proj=geocent ${ellipsoids[datum]} +no_defs`);
  return (point) => copy(projection.forward(point), point);
}

/** Geocentric metres to longitude, latitude (radians) and height of a datum. */
export function geodeticStep(datum: Datum): Step {
  const projection = new proj4.Proj(`+proj=geocent ${ellipsoids[datum]} +no_defs`);
  return (point) => copy(projection.inverse(point), point);
}

/** Most projections of proj4 change the point they are given, some return another one, none where there is no place. */
function copy(result: SpacePoint | undefined, point: SpacePoint): void {
  point.x = result?.x ?? Number.NaN;
  point.y = result?.y ?? Number.NaN;
  point.z = result?.z ?? 0;
}

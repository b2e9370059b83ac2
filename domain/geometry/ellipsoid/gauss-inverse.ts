import { eccentricitySquared, semiMajorMetres } from './authalic-block.ts';

const polarRadiusMetres = semiMajorMetres / Math.sqrt(1 - eccentricitySquared);
const secondEccentricitySquared = eccentricitySquared / (1 - eccentricitySquared);
const secondsPerRadian = 648_000 / Math.PI;

/** The notice's series for the latitude of the foot point on CGCS2000, k0 in radians a metre. */
const k0 = 1.57048761144159e-7;
const k1 = 5.05250178820567e-3;
const k2 = 2.98472900956587e-5;
const k3 = 2.41626669230084e-7;
const k4 = 2.22241238938534e-9;

/**
 * Latitude and longitude from the central meridian, in seconds, of a Gauss-Krüger point given in metres from equator
 * and meridian, by the truncated series of the national land survey (国土调查办发〔2008〕32号). Only the survey's own
 * formula wants it: it agrees with proj4 to some 1e-6″ near the meridian, and its result turns on that digit.
 */
export function gaussInverseSeconds(northMetres: number, eastOfMeridianMetres: number): [number, number] {
  const arc = k0 * northMetres;
  const sine = Math.sin(arc);
  const foot = arc + Math.cos(arc) * (k1 * sine - k2 * sine ** 3 + k3 * sine ** 5 - k4 * sine ** 7);
  const cosine = Math.cos(foot);
  const t = Math.tan(foot);
  const t2 = t * t;
  const eta2 = secondEccentricitySquared * cosine * cosine;
  const v2 = 1 + eta2;
  const z = (eastOfMeridianMetres * Math.sqrt(v2)) / polarRadiusMetres;
  const z2 = z * z;
  const latitude =
    foot -
    v2 *
      t *
      z2 *
      (1 / 2 - (z2 / 24) * (5 + 3 * t2 + eta2 - 9 * eta2 * t2) + (z2 * z2 * (61 + 90 * t2 + 45 * t2 * t2)) / 720);
  const longitude =
    (z / cosine) *
    (1 - (z2 / 6) * (1 + 2 * t2 + eta2) + ((z2 * z2) / 120) * (5 + 28 * t2 + 24 * t2 * t2 + 6 * eta2 + 8 * eta2 * t2));
  return [latitude * secondsPerRadian, longitude * secondsPerRadian];
}

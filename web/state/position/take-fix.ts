import { findGeolocation, fixOf, troubleOf, type Fix, type PositionTrouble } from './fix.ts';

const goodMetres = 10;
const patienceMs = 10_000;
const firstFixMs = 20_000;

/** One good position: the first known to ±10 m, else the best of ten seconds; or why there is none. */
export function takeFix(): Promise<Fix | PositionTrouble> {
  const geolocation = findGeolocation();
  if (typeof geolocation === 'string') return Promise.resolve(geolocation);
  return new Promise((resolve) => {
    let best: Fix | null = null;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const end = (answer: Fix | PositionTrouble): void => {
      clearTimeout(patience);
      geolocation.clearWatch(watching);
      resolve(answer);
    };
    const watching = geolocation.watchPosition(
      (position) => {
        const fix = fixOf(position);
        if (best === null || fix.accuracyMetres <= best.accuracyMetres) best = fix;
        if (fix.accuracyMetres <= goodMetres) end(fix);
        else patience ??= setTimeout(() => end(best ?? fix), patienceMs);
      },
      (error) => end(best ?? troubleOf(error)),
      { enableHighAccuracy: true, maximumAge: 0, timeout: firstFixMs },
    );
  });
}

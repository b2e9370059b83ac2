import { coverFaults, ringFaults } from './check/cover.ts';
import { factFaults } from './check/facts.ts';
import { figures } from './check/figures.ts';
import { openPark, squareMetres, type Area, type ParkFolder } from './check/read.ts';
import { landUses } from './land-use.ts';

/** Proves the written files; returns false and says what is wrong when they are not as promised. */
export function check(home: string): boolean {
  const jinling = openPark(`${home}jinling/`);
  const heshun = openPark(`${home}heshun/`);
  const faults = [jinling, heshun].flatMap((park) => [...landFaults(park), ...factFaults(park)]);
  const list = figures(jinling, heshun);
  for (const { id, text, ok } of list) console.log(`${ok ? 'ok   ' : 'WRONG'} ${id.padEnd(5)} ${text}`);
  for (const fault of faults.slice(0, 30)) console.log(`WRONG ${fault}`);
  const bad = faults.length + list.filter((f) => !f.ok).length;
  console.log(bad ? `${bad} faults` : 'all figures and all borders hold');
  return bad === 0;
}

function landFaults(park: ParkFolder): string[] {
  const zones = park.areas('zones.geojson');
  const parcels = park.areas('parcels.geojson');
  const phases = park.areas('phases.geojson');
  const versions = park.areas('plan-versions.geojson');
  const account = new Map(landUses.map((u) => [u.code, u.account]));
  const isBlock = (z: Area): boolean => account.get(String(z.properties['landUse'])) === 'parcel';
  const own = zones.filter((z) => z.properties['planVersion'] === 'v2');
  const other = own.filter((z) => !isBlock(z));
  const tell = (what: string, faults: readonly string[]): string[] =>
    faults.map((f) => `${park.path.split('/').at(-2)} ${what}: ${f}`);
  const small = [...parcels.filter((p) => squareMetres(p) < 2000), ...zones.filter((z) => squareMetres(z) < 30)];
  const roads = new Map(park.lines('roads.geojson').map((r) => [r.properties.code, r]));
  const thin = [...parcels, ...zones].filter((a) => a.polygons.some((p) => thickness(p[0]!) < 2));
  return [
    ...versions.flatMap((v) =>
      tell(
        `zones of ${v.properties.code}`,
        coverFaults(
          [v],
          zones.filter((z) => z.properties['planVersion'] === v.properties.code),
        ),
      ),
    ),
    ...tell(
      'parcels and other zones',
      coverFaults(
        versions.filter((v) => v.properties.code === 'v2'),
        [...parcels, ...other],
      ),
    ),
    ...tell(
      'phases',
      coverFaults(
        versions.filter((v) => v.properties.code === 'v2'),
        phases,
      ),
    ),
    ...phases.flatMap((phase) => {
      const of = (list: readonly Area[]): Area[] => list.filter((a) => a.properties['phase'] === phase.properties.code);
      return tell(`phase ${phase.properties.code}`, [
        ...coverFaults([phase], of(own)),
        ...coverFaults([phase], [...of(parcels), ...of(other)]),
      ]);
    }),
    ...[...new Set(parcels.map((p) => p.properties['landUse']))].flatMap((use) =>
      tell(
        `blocks of ${String(use)}`,
        coverFaults(
          own.filter((z) => z.properties['landUse'] === use),
          parcels.filter((p) => p.properties['landUse'] === use),
        ),
      ),
    ),
    ...[
      zones.filter((z) => z.properties['planVersion'] === 'v1'),
      [...own, ...parcels],
      phases,
      versions.slice(0, 1),
      versions.slice(1),
      park.areas('survey.geojson'),
    ].flatMap((layer) => tell('rings', ringFaults(layer))),
    ...tell(
      'too small',
      small.map((a) => `${a.properties.code} ${squareMetres(a).toFixed(1)} m²`),
    ),
    ...tell(
      'too thin',
      thin.map((a) => a.properties.code),
    ),
    ...tell(
      'land use',
      zones.filter((z) => !account.has(String(z.properties['landUse']))).map((z) => z.properties.code),
    ),
    ...tell(
      'access',
      parcels
        .filter((p) => !roads.has((p.properties['access'] as { road: string }).road))
        .map((p) => p.properties.code),
    ),
    ...tell('codes', doubles([...zones, ...parcels].map((a) => a.properties.code))),
    ...tell('round trip', park.unstable),
  ];
}

function thickness(ring: readonly { x: number; y: number }[]): number {
  let [area, around] = [0, 0];
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    area += (p.x - ring[0]!.x) * (q.y - ring[0]!.y) - (q.x - ring[0]!.x) * (p.y - ring[0]!.y);
    around += Math.hypot(p.x - q.x, p.y - q.y);
  });
  return area / around / 1000;
}

const doubles = (codes: readonly string[]): string[] => codes.filter((code, i) => codes.indexOf(code) !== i);

import type { CoordinateSystem, Datum } from './systems.ts';

const datumNames: Readonly<Record<Datum, { readonly zh: string; readonly en: string }>> = {
  cgcs2000: { zh: '2000国家大地坐标系', en: 'CGCS2000' },
  xian80: { zh: '1980西安坐标系', en: 'Xian 1980' },
  beijing54: { zh: '1954北京坐标系', en: 'Beijing 1954' },
  'new-beijing': { zh: '新1954北京坐标系', en: 'New Beijing' },
  wgs84: { zh: 'WGS84坐标系', en: 'WGS 84' },
};

export function nameDatum(datum: Datum): { readonly zh: string; readonly en: string } {
  return datumNames[datum];
}

/** What people call a system, in both languages; the English name is EPSG's. */
export function nameSystem(system: CoordinateSystem): { readonly zh: string; readonly en: string } {
  const { zh, en } = datumNames[system.datum];
  switch (system.kind) {
    case 'degrees':
      return { zh: `${zh}，经纬度`, en: `${en}, degrees` };
    case 'web-mercator':
      return { zh: 'Web 墨卡托', en: 'WGS 84 / Pseudo-Mercator' };
    case 'plane': {
      const band = system.bandDegrees === 3 ? '3-degree Gauss-Kruger' : 'Gauss-Kruger';
      return system.hasPrefix
        ? {
            zh: `${zh}，${system.bandDegrees}度带第${system.zone}带，带带号`,
            en: `${en} / ${band} zone ${system.zone}`,
          }
        : {
            zh: `${zh}，${system.bandDegrees}度带，中央经线${system.centralMeridian}°，不带带号`,
            en: `${en} / ${band} CM ${system.centralMeridian}E`,
          };
    }
  }
}

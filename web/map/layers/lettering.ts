import { line } from '../palette.ts';

const families = ['Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC'];

/** Local font families; text is drawn without a glyph server. */
export const plainFont: string[] = families;

/** MapLibre takes the weight from the first name of the list, which need not exist. */
export const boldFont: string[] = ['Plan Bold', ...families];
export const mediumFont: string[] = ['Plan Medium', ...families];

/** From here on parcels carry their codes, and phases are named along their edges. */
export const parcelNameZoom = 13.8;

export const halo = { 'text-halo-color': line.halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.3 } as const;

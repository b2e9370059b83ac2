import { describe, expect, it } from 'vitest';
import type { exportColumns } from '../../../server/survey/export/columns.ts';
import {
  exportFormatNames as namesOfServer,
  exportFormats as formatsOfServer,
  traitsOf,
} from '../../../server/survey/export/export-formats.ts';
import { exportEncodings as encodingsOfServer } from '../../../server/survey/export/export-order.ts';
import { readMessages } from '../../../web/i18n.ts';
import { exportEncodings, exportFormatNames, exportFormats } from '../../../web/panels/export/export-formats.ts';

describe('the formats on the page', () => {
  it('are those of the server', () => {
    expect([...exportFormatNames].sort()).toEqual([...namesOfServer].sort());
    expect(exportEncodings).toEqual(encodingsOfServer);
  });

  it.each(namesOfServer)('say the same of places and encodings: %s', (name) => {
    const { isInDegrees, hasEncodings } = formatsOfServer[name];
    expect({
      isInDegrees: exportFormats[name].place === 'degrees',
      hasEncodings: exportFormats[name].hasEncodings,
    }).toEqual({
      isInDegrees,
      hasEncodings,
    });
  });

  it('have a name and a sentence', async () => {
    const { name, for: sentence } = (await readMessages('zh-CN'))['export'] as Record<'name' | 'for', object>;
    expect(Object.keys(name).sort()).toEqual([...namesOfServer].sort());
    expect(Object.keys(sentence).sort()).toEqual([...namesOfServer].sort());
  });

  it('lack phase, status and project where fields are left out, as the note about it says', () => {
    const named = ['FQMC', 'ZTMC', 'YDXM'] as const satisfies (keyof typeof exportColumns)[];
    const keeping = namesOfServer.filter((format) => {
      const { keeps } = traitsOf(format);
      return keeps !== 'all' && named.some((column) => keeps.includes(column));
    });
    expect(keeping).toEqual([]);
    for (const full of ['shapefile', 'geopackage', 'geojson'] as const) expect(traitsOf(full).keeps).toBe('all');
  });
});

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, mapDrawn } from '../tests/support/browser.ts';
import { startServer, temporaryFolder } from '../tests/support/server-process.ts';

const folder = process.argv[2] ?? import.meta.dirname;
const sizes = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } } as const;

interface Shot {
  readonly name: string;
  readonly path: string;
}

const shots: readonly Shot[] = [
  { name: 'plan', path: '/jinling' },
  { name: 'status', path: '/jinling?theme=status&on=2007-11-30' },
  { name: 'forecast', path: '/jinling?theme=status&on=2007-12-31' },
  { name: 'figure', path: '/jinling?theme=status&figure=available' },
  { name: 'parcel', path: '/jinling?theme=status&sel=parcel:D-01' },
  { name: 'road', path: '/jinling?theme=status&sel=road:R0' },
  { name: 'projects', path: '/jinling?panel=projects' },
  { name: 'overview', path: '/jinling?panel=overview' },
  { name: 'map-only', path: '/jinling?panel=none' },
  { name: 'heshun', path: '/heshun' },
];

const only = process.argv[3]?.split(',');
const store = temporaryFolder();
mkdirSync(folder, { recursive: true });
const server = await startServer({ DATA_DIR: join(store.path, 'store') });
const browser = await launchBrowser();
try {
  for (const [lang, locale] of [
    ['zh', 'zh-CN'],
    ['en', 'en'],
  ] as const) {
    for (const [width, viewport] of Object.entries(sizes)) {
      const page = await browser.newPage({ viewport, deviceScaleFactor: width === '390' ? 2 : 1 });
      for (const { name, path } of shots.filter((shot) => !only || only.includes(shot.name))) {
        await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
        await mapDrawn(page);
        await page.screenshot({ path: join(folder, `${name}-${lang}-${width}.png`) });
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
  store.remove();
}

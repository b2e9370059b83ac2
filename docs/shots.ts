import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, mapDrawn } from '../tests/support/browser.ts';
import { startServer, temporaryFolder } from '../tests/support/server-process.ts';

const folder = process.argv[2] ?? import.meta.dirname;
const sizes = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } } as const;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly languages: readonly Language[];
  /** What to wait for on a page without a map. */
  readonly drawn?: string;
}
type Language = keyof typeof locales;

const locales = { zh: 'zh-CN', en: 'en' } as const;
const both: readonly Language[] = ['zh', 'en'];

const shots: readonly Shot[] = [
  { name: 'plan', path: '/jinling', languages: both },
  { name: 'status', path: '/jinling?theme=status', languages: both },
  { name: 'forecast', path: '/jinling?theme=status&on=2007-12-31', languages: ['zh'] },
  { name: 'figure', path: '/jinling?theme=status&figure=available', languages: ['zh'] },
  { name: 'parcel', path: '/jinling?theme=status&sel=parcel:D-01', languages: ['zh'] },
  { name: 'road', path: '/jinling?theme=status&sel=road:R0', languages: both },
  { name: 'overview', path: '/jinling?panel=overview', languages: ['zh'] },
  { name: 'readiness', path: '/jinling?theme=status&panel=readiness', languages: both },
  { name: 'compare', path: '/jinling?theme=status&on=2007-12-31&against=2007-11-30', languages: ['zh'] },
  { name: 'ledger', path: '/jinling?finding=all', languages: ['zh'] },
  { name: 'dashboard', path: '/jinling/dashboard', languages: both, drawn: 'chart-funds' },
  { name: 'report', path: '/jinling/report', languages: ['zh'], drawn: 'report' },
];

const only = process.argv[3]?.split(',');
const store = temporaryFolder();
mkdirSync(folder, { recursive: true });
const server = await startServer({ DATA_DIR: join(store.path, 'store') });
const browser = await launchBrowser();
try {
  for (const [width, viewport] of Object.entries(sizes)) {
    const page = await browser.newPage({ viewport, deviceScaleFactor: width === '390' ? 2 : 1 });
    for (const { name, path, languages, drawn } of shots.filter((shot) => !only || only.includes(shot.name))) {
      for (const language of languages) {
        await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${locales[language]}`);
        await (drawn === undefined ? mapDrawn(page) : page.getByTestId(drawn).waitFor());
        const file = join(folder, `${name}-${language}-${width}.jpg`);
        await page.screenshot({ path: file, type: 'jpeg', quality: 88 });
      }
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
  store.remove();
}

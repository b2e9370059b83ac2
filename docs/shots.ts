import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mapDrawn, openBrowser, type OwnWindows } from '../tests/support/browser.ts';
import { cutInTwo } from '../tests/support/cut-in-two.ts';
import { cookiesOf, openSite } from '../tests/support/open-page.ts';
import { geoJsonFile, parcelsOf } from '../tests/support/survey-files.ts';

const folder = process.argv[2] ?? import.meta.dirname;
const sizes = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } } as const;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly languages: readonly Language[];
  /** What to wait for on a page without a map, or over it. */
  readonly drawn?: string;
  /** Pressed once the page stands. */
  readonly press?: string;
  /** Taken as a leader sees it; else as a visitor does. */
  readonly isStaff?: boolean;
  /** Clicked once the page stands, before what is waited for. */
  readonly click?: string;
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
  {
    name: 'staff',
    path: '/jinling?theme=status&sel=parcel:D-03',
    languages: both,
    isStaff: true,
    drawn: 'record-gate',
  },
  {
    name: 'gate',
    path: '/jinling?theme=status&sel=parcel:D-03',
    languages: ['zh'],
    isStaff: true,
    press: 'g',
    drawn: 'effect',
  },
  { name: 'journal', path: '/jinling?panel=journal', languages: ['zh'], isStaff: true, drawn: 'journal' },
  { name: 'people', path: '/jinling/people', languages: ['zh'], isStaff: true, drawn: 'person-admin' },
  {
    name: 'import',
    path: '/jinling?panel=import&on=2007-11-30&file=',
    languages: both,
    isStaff: true,
    click: 'import-confirm',
    drawn: 'import-changes',
  },
  { name: 'report', path: '/jinling/report', languages: ['zh'], drawn: 'report' },
];

const only = process.argv[3]?.split(',');
mkdirSync(folder, { recursive: true });
const site = await openSite();
const browser = await openBrowser();
try {
  const { cookie } = await site.as({ name: '王主任', roles: ['admin'] });
  const file = await keepFile();
  for (const isStaff of [false, true]) {
    const wanted = shots.filter((shot) => (shot.isStaff ?? false) === isStaff && (!only || only.includes(shot.name)));
    for (const width of [1440, 390] as const)
      if (wanted.length > 0) await take(browser, wanted, width, isStaff ? { cookie, file } : null);
  }
} finally {
  await browser.close();
  await site.close();
}
// The browser ends with the process, which waits for it otherwise.
process.exit();

async function take(
  by: OwnWindows,
  wanted: readonly Shot[],
  width: keyof typeof sizes,
  staff: { cookie: string; file: string } | null,
): Promise<void> {
  const { url } = site.server;
  const context = await by.newContext({ viewport: sizes[width], deviceScaleFactor: width === 390 ? 2 : 1 });
  if (staff) await context.addCookies(cookiesOf(staff.cookie, url));
  const page = await context.newPage();
  for (const { name, path: written, languages, drawn, press, click } of wanted) {
    const path = written.endsWith('file=') ? written + (staff?.file ?? '') : written;
    for (const language of languages) {
      await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}lang=${locales[language]}`);
      if (!/\/(dashboard|report|people)/.test(path)) await mapDrawn(page);
      if (press !== undefined) await page.keyboard.press(press);
      if (click !== undefined) await page.locator(`[data-test="${click}"]:enabled`).click();
      if (drawn !== undefined) await page.getByTestId(drawn).first().waitFor();
      if (click !== undefined) await mapDrawn(page);
      const picture = join(folder, `${name}-${language}-${width}.jpg`);
      await page.screenshot({ path: picture, type: 'jpeg', quality: 88 });
    }
  }
  await context.close();
}

/** What a surveyor brings: two parcels divided, one with a corner written twice and one as it was. */
async function keepFile(): Promise<string> {
  const [one, two, doubled, same] = await parcelsOf(site, ['D-03', 'C-03', 'B-02', 'A-01']);
  const corners = doubled!.geometry.coordinates[0]!;
  corners.splice(2, 0, [...corners[1]!]);
  const features = [...cutInTwo(one!, ['D-31', 'D-32']), ...cutInTwo(two!, ['C-31', 'C-32']), doubled!, same!];
  const { name, buffer: body } = geoJsonFile('D-03、C-03 分割.geojson', features);
  const address = `/api/parks/jinling/imports?name=${encodeURIComponent(name)}`;
  const answer = await (await site.as({ name: '王主任', roles: ['admin'] }))(address, { method: 'POST', body });
  return ((await answer.json()) as { import: { id: string } }).import.id;
}

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../tests/support/browser.ts';

// Draws the icons of the installed page from web/public/seal.svg: `npx tsx docs/icons.ts`.
const pageFiles = join(import.meta.dirname, '../web/public');
const seal = readFileSync(join(pageFiles, 'seal.svg'), 'utf8');
const cinnabar = '#a8321f';

interface Icon {
  readonly name: string;
  readonly size: number;
  /** How much of the width the seal takes; a system cuts its own shape out of a full ground. */
  readonly share: number;
  readonly ground: string;
}

const icons: readonly Icon[] = [
  { name: 'seal-192', size: 192, share: 1, ground: 'transparent' },
  { name: 'seal-512', size: 512, share: 1, ground: 'transparent' },
  { name: 'seal-maskable-192', size: 192, share: 0.86, ground: cinnabar },
  { name: 'seal-maskable-512', size: 512, share: 0.86, ground: cinnabar },
  { name: 'seal-apple-180', size: 180, share: 0.86, ground: cinnabar },
];

mkdirSync(join(pageFiles, 'icons'), { recursive: true });
const browser = await launchBrowser();
try {
  for (const { name, size, share, ground } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const side = Math.round(size * share);
    await page.setContent(
      `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${ground}}
       svg{width:${side}px;height:${side}px}</style>${seal}`,
    );
    await page.screenshot({ path: join(pageFiles, 'icons', `${name}.png`), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}

import { openSite } from '/work/main/tests/support/open-page.ts';
const site = await openSite();
const found = new Map<string, number>();
const others = new Map<string, number>();
const watch = `window.__v=[];document.addEventListener('securitypolicyviolation',(e)=>window.__v.push(e.violatedDirective+' '+e.blockedURI+' '+e.sourceFile+':'+e.lineNumber+' '+e.sample))`;
for (const [path, width] of [['/jinling',1440],['/jinling/dashboard',1440],['/jinling/report',1440],['/jinling/people',1440],['/jinling?tab=readiness',1440],['/jinling',390],['/jinling/dashboard',390]] as const) {
  const w = await site.open('/jinling', { staff: '管理甲', roles: ['admin','leader'], width, height: width<600?844:900 });
  const { page } = w;
  await page.addInitScript(watch);
  await page.goto(site.server.url + path); await page.waitForTimeout(2500);
  const count = await page.locator('button:visible, [role=tab]:visible, a[href^="/"]:visible, .el-select:visible, input:visible').count();
  console.log(path, width, 'things', count);
  const limit = Math.min(count, 45);
  for (let i = 0; i < limit; i++) {
    try {
      const it = page.locator('button:visible, [role=tab]:visible, a[href^="/"]:visible, .el-select:visible, input:visible').nth(i);
      const label = (await it.getAttribute('data-test', {timeout:500}).catch(()=>null)) ?? '';
      if (/sign-out|print|backup/.test(label)) continue;
      await it.click({ timeout: 800 }); await page.waitForTimeout(150);
      if (new URL(page.url()).pathname !== path.split('?')[0]) { await page.goto(site.server.url + path); await page.waitForTimeout(1000); }
    } catch {}
    if (i % 8 === 7) await page.keyboard.press('Escape').catch(()=>undefined);
  }
  for (const box of await page.locator('canvas:visible').all()) {
    const b = await box.boundingBox(); if (!b) continue;
    for (let k=1;k<6;k++){ await page.mouse.move(b.x+b.width*k/6,b.y+b.height/2); await page.waitForTimeout(120); }
    await page.mouse.click(b.x+b.width*0.45,b.y+b.height*0.5).catch(()=>undefined); await page.waitForTimeout(400);
  }
  for (const v of (await page.evaluate('window.__v')) as string[]) found.set(v, (found.get(v) ?? 0)+1);
  for (const c of w.complaints) others.set(c.slice(0,200), (others.get(c.slice(0,200)) ?? 0)+1);
  await w.close();
}
console.log('VIOLATIONS', [...found]);
console.log('OTHER', [...others]);
await site.close();
process.exit(0);

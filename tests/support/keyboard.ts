import type { Page } from 'playwright-core';

const mostPresses = 260;

/** What has the focus, and whether it is seen: by a ring of its own or of the field around it. */
const hasRing = `(() => {
  const focused = document.activeElement;
  const field = focused.closest('.el-input__wrapper, .el-select__wrapper') ?? focused;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(field);
  const box = field.getBoundingClientRect();
  const isRinged = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (field !== focused && boxShadow !== 'none');
  return isRinged && box.width > 0 && box.height > 0;
})()`;

/** Presses Tab (or Shift+Tab) until something that matches has the focus, and sees the focus there. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = `document.activeElement.matches(${JSON.stringify(selector)})`;
  for (let presses = 0; !(await page.evaluate(isThere)); presses += 1) {
    if (presses > mostPresses) throw new Error(`${key} never reaches ${selector}`);
    await page.keyboard.press(key);
  }
  if (!(await page.evaluate(hasRing))) throw new Error(`nobody sees that ${selector} has the focus`);
}

/** Goes there with Tab and presses Enter. */
export async function enterOn(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await page.locator(selector).first().waitFor();
  await tabTo(page, selector, key);
  await page.keyboard.press('Enter');
}

/** Goes there with Tab and types over what is written there. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await tabTo(page, selector);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/**
 * Walks once round the page with Tab. What can be pressed or filled in and is not reached, but for the others of a
 * group whose arrows lead to them; and what is reached and does not show it.
 */
export async function walkRound(page: Page): Promise<{ unreached: string[]; unseen: string[] }> {
  await page.evaluate(`(() => {
    document.activeElement.blur?.();
    getSelection()?.removeAllRanges();
    window.walked = new Set();
    window.unseen = new Set();
    const nameOf = (one) => one.outerHTML.slice(0, 120);
    document.addEventListener('focusin', ({ target }) => {
      window.walked.add(target);
      if (!${hasRing}) window.unseen.add(nameOf(target));
    });
  })()`);
  let before = -1;
  for (let rounds = 0; rounds < 20; rounds += 1) {
    for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('Tab');
    const walked = await page.evaluate<number>('window.walked.size');
    if (walked === before) break;
    before = walked;
  }
  return page.evaluate(`(() => {
    const all = [...document.querySelectorAll('button:enabled, a[href], input:enabled, select:enabled, textarea:enabled, [role="slider"], [role="button"]')];
    const isGrouped = (one) =>
      (one.matches('[role="tab"]') && [...one.parentElement.children].some((tab) => window.walked.has(tab))) ||
      (one.matches('[type="radio"]') && [...document.getElementsByName(one.name)].some((radio) => window.walked.has(radio)));
    const unreached = all.filter((one) => one.checkVisibility() && !one.matches('.hidden-text, .el-popper *') && !window.walked.has(one) && !isGrouped(one));
    return { unreached: unreached.map((one) => one.outerHTML.slice(0, 160)), unseen: [...window.unseen] };
  })()`);
}

const able =
  'a[href], button:enabled:not([tabindex="-1"]), input:enabled, select:enabled, textarea:enabled, summary, [tabindex]:not(button)';
/** Where single keys are letters. */
const fields = 'input, textarea, select';
/** What is too wide to go on from, as the header of the page is. */
const wide = 'main, #app > *, #app, body, html';
const parts = 'main, article, section, aside, form, dialog';
const remembered = 20;
/** Whoever takes something away may give the focus on at once. */
const patienceMs = 120;

/**
 * Keyboards and readers go on from where they were: when what had the focus is gone from the page, what stands around
 * it takes the focus, else what had it before.
 */
export function keepFocus(): void {
  let around: readonly Element[] = [];
  let before: readonly HTMLElement[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function move(): void {
    waiting = undefined;
    if (document.activeElement !== document.body) return;
    const home = around.filter((element) => element.isConnected).flatMap((element) => firstAble(element) ?? [])[0];
    const earlier = before.findLast((one) => one.isConnected && one.checkVisibility() && !one.matches(fields));
    (home ?? earlier ?? document.querySelector('main'))?.focus({ preventScroll: true });
  }
  new MutationObserver(() => {
    if (around[0]?.isConnected === false) waiting ??= setTimeout(move, patienceMs);
  }).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    around = pathOf(target);
    before = [...before.filter((element) => element !== target), target].slice(-remembered);
  });
  // A press beside everything that can have the focus gives it up.
  document.addEventListener('pointerdown', () => (around = []), { capture: true });
}

function pathOf(element: Element | null): Element[] {
  return element === null || isWide(element) ? [] : [element, ...pathOf(element.parentElement)];
}

function isWide(element: Element): boolean {
  return element.matches(wide) || (element.matches('header') && element.closest(parts) === null);
}

function firstAble(element: Element): HTMLElement | undefined {
  const all = [element, ...element.querySelectorAll(able)];
  return all.find(
    (one): one is HTMLElement => one instanceof HTMLElement && one.matches(able) && one.checkVisibility(),
  );
}

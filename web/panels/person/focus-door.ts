/** The button that was pressed may be gone by now: the one that stands for the person takes its place. */
export function focusDoor(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-person]')?.focus();
}

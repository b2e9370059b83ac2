/** The button that was pressed may be gone by now: the one that stands for the person takes its place. */
export function focusDoor(isLost = document.activeElement === document.body): void {
  if (isLost) document.querySelector<HTMLElement>('[data-person]')?.focus();
}

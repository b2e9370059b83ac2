/** The button that was pressed is gone: the one that stands for the person takes its place. */
export function focusDoor(): void {
  document.querySelector<HTMLElement>('[data-person]')?.focus();
}

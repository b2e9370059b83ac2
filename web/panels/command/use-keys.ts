import { onBeforeUnmount, onMounted } from 'vue';

/** Single keys for what can be done on the open card; they rest while somebody types. */
export function useKeys(actions: Readonly<Record<string, () => unknown>>): void {
  function onKey(event: KeyboardEvent): void {
    const isTyping =
      event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  }
  onMounted(() => document.addEventListener('keydown', onKey));
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey));
}

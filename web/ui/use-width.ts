import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** The width of an element in pixels, followed as it changes. */
export function useWidth(element: Ref<HTMLElement | undefined>, first = 360): Ref<number> {
  const width = ref(first);
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    if (!element.value) return;
    observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) width.value = entry.contentRect.width;
    });
    observer.observe(element.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return width;
}

import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ChartStyle } from './chart-style.ts';

/** How charts are drawn at this size of window, for this reader. */
export function useStyle(size: () => { scale: number; isNarrow: boolean }): ComputedRef<ChartStyle> {
  const { t } = useI18n();
  const wish = window.matchMedia('(prefers-reduced-motion: reduce)');
  const isStill = ref(wish.matches);
  const follow = () => (isStill.value = wish.matches);
  onMounted(() => wish.addEventListener('change', follow));
  onBeforeUnmount(() => wish.removeEventListener('change', follow));
  return computed(() => ({ ...size(), isStill: isStill.value, forecastWord: t('park.forecast') }));
}

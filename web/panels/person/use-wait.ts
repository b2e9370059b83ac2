import { computed, onScopeDispose, ref } from 'vue';
import { useI18n } from 'vue-i18n';

/** Counts down the seconds that somebody has to wait; it goes by the clock, because a sleeping page counts nothing. */
export function useWait() {
  const { t } = useI18n();
  const seconds = ref(0);
  let until = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tick(): void {
    seconds.value = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    if (seconds.value === 0) clearInterval(timer);
  }
  function wait(wanted: number): void {
    clearInterval(timer);
    until = Date.now() + wanted * 1000;
    timer = setInterval(tick, 250);
    tick();
  }
  const words = computed(() => {
    const [minutes, rest] = [Math.floor(seconds.value / 60), seconds.value % 60];
    return minutes === 0 ? t('person.seconds', { rest }) : t('person.minutes', { minutes, rest });
  });
  onScopeDispose(() => clearInterval(timer));
  return { seconds, words, wait };
}

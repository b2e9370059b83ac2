import { computed, onScopeDispose, watch, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { copyOf, forgetCopies } from '../../state/copies.ts';
import { useFeed } from '../../state/feed.ts';
import { formatInstant } from '../../ui/format-instant.ts';

const lookAgainMs = 20_000;

/** Says that what is shown is a copy kept on this device, and of when; asks again while the server can be heard. */
export function useCopyNote(): ComputedRef<string | null> {
  const feed = useFeed();
  const { t } = useI18n();
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(() => feed.attempt, forgetCopies);
  watch(
    () => copyOf.value !== null && feed.state === 'open',
    (isSlow) => {
      clearInterval(timer);
      if (isSlow) timer = setInterval(feed.retry, lookAgainMs);
    },
  );
  onScopeDispose(() => clearInterval(timer));
  return computed(() => {
    if (copyOf.value === null) return null;
    return t(feed.state === 'open' ? 'app.trouble.copySlow' : 'app.trouble.copy', { at: formatInstant(copyOf.value) });
  });
}

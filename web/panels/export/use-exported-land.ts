import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useAccount } from '../../state/account.ts';
import { useExport, type ExportedLand } from '../../state/export.ts';
import { useLand } from '../../state/land.ts';
import { usePark } from '../../state/park.ts';
import { sumAreas } from '../../state/sum-areas.ts';
import { usePhaseName } from '../account/use-phase-name.ts';

/** The land that can be taken from here, by keys for a list to choose from, and what the chosen one holds. */
export function useExportedLand() {
  const account = useAccount();
  const exporting = useExport();
  const land = useLand();
  const park = usePark();
  const phaseName = usePhaseName();
  const { t } = useI18n();

  const lands = computed(() => {
    const asked = exporting.asked?.kind === 'parcels' ? [exporting.asked] : [];
    const phases = (park.answer?.phases ?? []).map(({ code }) => ({ kind: 'phase' as const, phase: code }));
    const all: readonly ExportedLand[] = [...asked, { kind: 'park' }, ...phases];
    return all.map((one) => ({ key: keyOf(one), label: nameOf(one), land: one }));
  });
  const key = ref('park');
  watch(
    () => exporting.asked,
    (asked) => asked && (key.value = keyOf(asked)),
    { immediate: true },
  );
  const chosen = computed<ExportedLand>(
    () => lands.value.find((one) => one.key === key.value)?.land ?? { kind: 'park' },
  );
  const holds = computed(() => {
    const { value } = chosen;
    if (value.kind === 'parcels') {
      const areas = value.codes.map((code) => land.parcelFields.get(code)?.squareMetres ?? 0);
      return { count: value.codes.length, squareMetres: sumAreas(areas) };
    }
    const phase = value.kind === 'phase' ? value.phase : null;
    const planned = account.answer?.rows.find((row) => row.phase === phase)?.figures.planned;
    return planned ? { count: planned.codes.length, squareMetres: planned.squareMetres } : null;
  });

  function nameOf(one: ExportedLand): string {
    if (one.kind !== 'parcels') return phaseName(one.kind === 'phase' ? one.phase : null);
    const { codes, figure } = one;
    if (figure) {
      const column = t(`account.column.${figure.column}`);
      return t('account.members', { phase: phaseName(figure.phase), column });
    }
    return codes.length === 1 ? t('parcel.title', { code: codes[0] }) : t('export.chosen', { count: codes.length });
  }
  return { lands, key, chosen, holds };
}

function keyOf(land: ExportedLand): string {
  return land.kind === 'phase' ? `phase ${land.phase}` : land.kind;
}

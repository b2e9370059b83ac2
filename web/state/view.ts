import { defineStore } from 'pinia';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Day } from '../../domain/day.ts';
import type { RoadLayer } from '../../domain/road/schema.ts';
import type { AreaUnit } from './format-area.ts';
import {
  readAddress,
  writeAddress,
  type Address,
  type Figure,
  type Locale,
  type PanelName,
  type Subject,
  type Theme,
} from './address.ts';
import { recall, remember } from './remember.ts';

/** How the page is looked at. It lives in the address bar, so back, reload and a sent link keep it. */
export const useView = defineStore('view', () => {
  const route = useRoute();
  const router = useRouter();
  const park = computed(() => String(route.params['park'] ?? ''));
  const address = computed(() => readAddress(route.query));
  const storedUnit = recall('unit', ['mu', 'm2', 'ha'] as const);
  const storedLocale = recall('locale', ['zh-CN', 'en'] as const);

  let intended: Address | null = null;

  /** A change made while another is still on its way must not lose it. */
  function change(part: Partial<Address>, kind: 'push' | 'replace' = 'push'): void {
    const mine = { ...(intended ?? address.value), ...part };
    intended = mine;
    void router[kind]({ params: { park: park.value }, query: writeAddress(mine) }).finally(() => {
      if (intended === mine) intended = null;
    });
  }

  return {
    park,
    on: computed(() => address.value.on),
    against: computed(() => address.value.against),
    theme: computed(() => address.value.theme),
    unit: computed<AreaUnit>(() => address.value.unit ?? storedUnit ?? 'mu'),
    locale: computed<Locale>(() => address.value.locale ?? storedLocale ?? 'zh-CN'),
    plan: computed(() => address.value.plan),
    panel: computed(() => address.value.panel),
    selection: computed(() => address.value.selection),
    figure: computed(() => address.value.figure),
    finding: computed(() => address.value.finding),
    importFile: computed(() => address.value.importFile),
    roadLayer: computed(() => address.value.roadLayer),
    layers: computed(() => address.value.layers),
    at: computed(() => address.value.at),
    compareWith: (against: Day | null) => change({ against }),
    showFinding: (finding: string | null) => change({ finding }),
    lookOn: (on: Day | null) => change({ on }, 'replace'),
    chooseTheme: (theme: Theme) => change({ theme }, 'replace'),
    choosePlan: (plan: string | null) => change({ plan }),
    openPanel: (panel: PanelName | null) => change({ panel, figure: null }),
    showImport: (importFile: string | null) => change({ panel: 'import', figure: null, importFile }),
    select: (selection: Subject | null) => change({ selection }),
    showFigure: (figure: Figure | null) => change({ figure, panel: 'account' }),
    showRoadLayer: (roadLayer: RoadLayer) => change({ roadLayer }, 'replace'),
    standAt: (at: Address['at']) => change({ at }, 'replace'),
    showLayers: (layers: string[] | null) => change({ layers }, 'replace'),
    openPark: (code: string) => {
      const { locale, unit, theme } = address.value;
      const query = writeAddress({ ...readAddress({}), locale, unit, theme });
      void router.push({ params: { park: code }, query });
    },
    chooseUnit: (unit: AreaUnit) => {
      remember('unit', unit);
      change({ unit }, 'replace');
    },
    chooseLocale: (locale: Locale) => {
      remember('locale', locale);
      change({ locale }, 'replace');
    },
  };
});

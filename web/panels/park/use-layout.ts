import { computed, onBeforeUnmount, onMounted, ref } from 'vue';
import { useTask } from '../../state/task.ts';
import { useView } from '../../state/view.ts';
import type { SheetStep } from '../../ui/BottomSheet.vue';

const gap = 12;
const leftWidth = 468;
const rightWidth = 404;
const railWidth = 52;
const timelineHeight = 66;

/** Where panels stand at this size of window, and how much of the map they cover. */
export function useLayout() {
  const view = useView();
  const task = useTask();
  const width = ref(window.innerWidth);
  const height = ref(window.innerHeight);
  const step = ref<SheetStep>('half');
  const measure = () => {
    width.value = document.documentElement.clientWidth;
    height.value = document.documentElement.clientHeight;
  };
  onMounted(() => {
    measure();
    window.addEventListener('resize', measure);
  });
  onBeforeUnmount(() => window.removeEventListener('resize', measure));

  const isNarrow = computed(() => width.value < 860);
  const isWide = computed(() => width.value >= 1760);
  const isCompact = computed(() => width.value < 1320);
  const hasCard = computed(() => view.selection !== null || task.current !== null);
  const hasPanel = computed(() => view.panel !== null && (width.value >= 1240 || !hasCard.value));
  const stageHeight = computed(() => Math.max(200, height.value - 56));
  const sheetHeights = computed(() => ({
    peek: 104,
    half: Math.round(stageHeight.value * 0.5),
    full: stageHeight.value - 8,
  }));
  /** On a wall the panels grow; the map keeps true pixels, so only they are zoomed. */
  const scale = computed(() => Math.min(2, Math.max(1, Math.floor(width.value / 480) / 4)));
  const cover = computed(() => {
    if (isNarrow.value) {
      const { peek, half } = sheetHeights.value;
      return { top: timelineHeight + 8, right: 0, bottom: step.value === 'peek' ? peek : half, left: 0 };
    }
    return {
      top: 0,
      right: hasCard.value ? rightWidth + gap : 0,
      bottom: timelineHeight + gap * 2,
      left: hasPanel.value ? leftWidth + gap : railWidth + gap,
    };
  });
  const padding = computed(() => {
    const { top, right, bottom, left } = cover.value;
    const by = scale.value;
    return { top: top * by, right: right * by, bottom: bottom * by, left: left * by };
  });
  return {
    scale,
    cover,
    isNarrow,
    isCompact,
    isWide,
    hasCard,
    hasPanel,
    step,
    sheetHeights,
    padding,
    leftWidth,
    rightWidth,
  };
}

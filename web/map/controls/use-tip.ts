import { computed, type ComputedRef, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { describeThing } from '../describe-thing.ts';
import type { ParkMapProps } from '../binding/map-props.ts';
import { progressOf } from '../binding/use-drawing.ts';
import type { Pointed } from '../binding/use-pointer.ts';
import { formatAreaShort } from './format-area-short.ts';

export interface Tip {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The few words beside the pointer. */
export function useTip(props: ParkMapProps, pointed: ShallowRef<Pointed | null>): ComputedRef<Tip | null> {
  const { t } = useI18n();

  function stateLines({ kind, code }: Pointed): string[] {
    if (kind === 'parcel') {
      const state = props.parcelStates.get(code);
      return state ? [t(`map.status.${state.status}`)] : [];
    }
    if (kind === 'work') {
      const state = props.workStates.find((one) => one.code === code);
      return state ? [t(`map.progress.${progressOf(state)}`)] : [];
    }
    const layer = props.roadStates
      .find((one) => one.code === code)
      ?.layers.find((one) => one.layer === props.roadLayer);
    return layer ? [`${t(`map.roadLayer.${layer.layer}`)} ${Math.round(layer.doneMetres)} ${t('map.metres')}`] : [];
  }

  return computed(() => {
    const thing = pointed.value;
    const known = thing && describeThing(thing, props.sources, props.landUses, props.locale);
    if (!known) return null;
    const area =
      known.squareMetres === null
        ? []
        : [`${formatAreaShort(known.squareMetres, props.areaUnit, props.locale)} ${t(`map.unit.${props.areaUnit}`)}`];
    const hint = props.staff && thing.kind !== 'parcel' ? [t('map.staffHint')] : [];
    const lines = [...(known.landUse === null ? [] : [known.landUse]), ...area, ...stateLines(thing), ...hint];
    return { x: thing.x, y: thing.y, title: known.name, lines };
  });
}

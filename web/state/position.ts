import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { findGeolocation, fixOf, troubleOf, type Fix, type PositionTrouble } from './position/fix.ts';

const patienceMs = 20_000;

/** Where the person with this device is, while the map shows it. */
export const usePosition = defineStore('position', () => {
  const fix = shallowRef<Fix | null>(null);
  const trouble = ref<PositionTrouble | null>(null);
  const isOn = ref(false);
  /** Whether the map goes along; until it is dragged. */
  const isFollowing = ref(false);
  let stop: () => void = () => undefined;

  function start(): void {
    trouble.value = null;
    const geolocation = findGeolocation();
    if (typeof geolocation === 'string') {
      trouble.value = geolocation;
      return;
    }
    isOn.value = true;
    isFollowing.value = true;
    const watching = geolocation.watchPosition(
      (position) => {
        fix.value = fixOf(position);
        trouble.value = null;
      },
      (error) => {
        trouble.value = troubleOf(error);
        if (trouble.value === 'denied') end();
      },
      { enableHighAccuracy: true, maximumAge: 2_000, timeout: patienceMs },
    );
    stop = () => geolocation.clearWatch(watching);
  }
  function end(): void {
    stop();
    isOn.value = false;
    isFollowing.value = false;
    fix.value = null;
  }
  /** What the button does: off → show and go along → off; after a drag it goes along again. */
  function press(): void {
    if (!isOn.value) start();
    else if (!isFollowing.value) isFollowing.value = true;
    else {
      end();
      trouble.value = null;
    }
  }
  onScopeDispose(end);
  return {
    fix,
    trouble,
    isOn,
    isFollowing,
    state: computed(() =>
      !isOn.value ? 'off' : fix.value === null ? 'seeking' : isFollowing.value ? 'following' : 'shown',
    ),
    press,
    letGo: () => {
      isFollowing.value = false;
    },
    dismiss: () => {
      trouble.value = null;
    },
  };
});

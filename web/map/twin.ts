import type { Map as MapLibre } from 'maplibre-gl';

type Camera = Pick<MapLibre, 'getCenter' | 'getZoom' | 'getBearing' | 'jumpTo' | 'on' | 'off'>;

/** Maps that always show the same place: whichever is moved, the others follow in the same frame. */
export class Twin {
  readonly #maps = new Set<Camera>();
  #isFollowing = false;

  /** Joins the others where they stand; the returned function leaves them. */
  join(map: Camera): () => void {
    const [first] = this.#maps;
    if (first) map.jumpTo(standOf(first));
    const lead = (): void => this.#follow(map);
    map.on('move', lead);
    this.#maps.add(map);
    return () => {
      map.off('move', lead);
      this.#maps.delete(map);
    };
  }

  #follow(leader: Camera): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    for (const map of this.#maps) if (map !== leader) map.jumpTo(standOf(leader));
    this.#isFollowing = false;
  }
}

function standOf(map: Camera) {
  return { center: map.getCenter(), zoom: map.getZoom(), bearing: map.getBearing() };
}

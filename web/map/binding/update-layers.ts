import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';

type Changeable = Pick<
  MapLibre,
  'getLayer' | 'addLayer' | 'removeLayer' | 'setFilter' | 'setPaintProperty' | 'setLayoutProperty'
>;

/** Changes on the map only what differs between two drawings. */
export function updateLayers(
  map: Changeable,
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): void {
  const known = new Map(before.map((layer) => [layer.id, layer]));
  const wanted = new Set(after.map(({ id }) => id));
  for (const { id } of before) if (!wanted.has(id)) map.removeLayer(id);
  [...after].reverse().forEach((layer, index, reversed) => {
    const old = known.get(layer.id);
    if (old) change(map, old, layer);
    else map.addLayer(layer, reversed[index - 1]?.id);
  });
}

function change(map: Changeable, before: LayerSpecification, after: LayerSpecification): void {
  const filter = 'filter' in after ? after.filter : undefined;
  if (differs('filter' in before ? before.filter : undefined, filter)) map.setFilter(after.id, filter ?? null);
  for (const name of changedNames(before.paint, after.paint)) {
    map.setPaintProperty(after.id, name as never, valueOf(after.paint, name) as never);
  }
  for (const name of changedNames(before.layout, after.layout)) {
    map.setLayoutProperty(after.id, name as never, valueOf(after.layout, name) as never);
  }
}

function changedNames(before: object | undefined, after: object | undefined): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => differs(valueOf(before, name), valueOf(after, name)));
}

function valueOf(bag: object | undefined, name: string): unknown {
  return bag === undefined ? undefined : (bag as Record<string, unknown>)[name];
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

import type { SurveyFile } from './survey-file.ts';

/** A file with only the layers of these names, and with what it says of their system; null: all of them. */
export function chooseLayers(file: SurveyFile, names: readonly string[] | null): SurveyFile {
  if (names === null) return file;
  const layers = file.layers.filter(({ name }) => names.includes(name));
  const ofLayers = layers.map(({ systems }) => systems);
  const isSaid = layers.length > 0 && ofLayers.every((systems) => systems !== undefined);
  return { ...file, layers, systems: isSaid ? ofLayers.flatMap((systems) => systems ?? []) : file.systems };
}

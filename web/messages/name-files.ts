/** One file per noun: parcel.ts holds everything under `parcel`. */
export function nameFiles(files: Record<string, Record<string, unknown>>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, messages]) => [path.replace(/^.*\/|\.ts$/g, ''), messages]),
  );
}

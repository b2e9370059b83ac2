import type { InferRequestType } from 'hono/client';
import type { FeatureCollection } from 'geojson';
import type { ExaminationAnswer, ImportFile, ImportProgress } from '../answers/import.ts';
import { api, read } from '../api.ts';

const address = api.parks[':park'].imports;
const one = address[':import'];
/** What is to be made of a file: how it is read, where it lies, what is mended, from which day it holds. */
export type ImportQuestion = InferRequestType<typeof one.examine.$post>['json'];

interface Asking {
  park: string;
  file: string;
  signal: AbortSignal;
}

export const readImports = (park: string, signal: AbortSignal): Promise<{ imports: readonly ImportFile[] }> =>
  read(address.$get({ param: { park } }, { init: { signal } }));

/** Hands a file to the server, which keeps it as it came. */
export function keepImport(park: string, file: File, signal: AbortSignal): Promise<{ import: ImportFile }> {
  const path = `${addressOf(park)}?name=${encodeURIComponent(file.name.slice(-200))}`;
  const headers = { 'content-type': 'application/octet-stream' };
  return read(fetch(path, { method: 'POST', headers, body: file, signal }));
}

export const dropImport = (park: string, file: string): Promise<unknown> =>
  read(one.$delete({ param: { park, import: file } }));

/** Where the file can be taken as it came. */
export const sourceOf = (park: string, file: string): string => `${addressOf(park)}/${file}/file`;

export const examineImport = ({ park, file, signal }: Asking, json: ImportQuestion): Promise<ExaminationAnswer> =>
  read(one.examine.$post({ param: { park, import: file }, json }, { init: { signal } }));

/** The land of a placed file in degrees; `feature` counts as in the examination. */
export async function readImportLand({ park, file, signal }: Asking, json: ImportQuestion): Promise<FeatureCollection> {
  const land: unknown = await read(one.land.$post({ param: { park, import: file }, json }, { init: { signal } }));
  return land as FeatureCollection;
}

export const readImportProgress = ({ park, file, signal }: Asking): Promise<{ progress: ImportProgress | null }> =>
  read(one.progress.$get({ param: { park, import: file } }, { init: { signal } }));

function addressOf(park: string): string {
  return `/api/parks/${encodeURIComponent(park)}/imports`;
}

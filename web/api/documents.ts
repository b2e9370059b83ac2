import type { Document } from '../../domain/document/schema.ts';
import { read } from '../api.ts';
import { Problem } from '../problem.ts';

interface Sending {
  park: string;
  /** Who adds it: refused when somebody else is signed in by the time it arrives. */
  person: string | null;
  signal: AbortSignal;
  /** Told the share that has left, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** Where the bytes of a document are; only staff is served. */
export function documentAddress(park: string, id: string): string {
  return `/api/parks/${encodeURIComponent(park)}/documents/${encodeURIComponent(id)}`;
}

/** Sends a photo or paper. The same file again is the same document. */
export function addDocument(
  { park, person, signal, onProgress = () => undefined }: Sending,
  name: string,
  file: Blob,
): Promise<{ document: Document }> {
  const headers: Record<string, string> = { 'content-type': file.type || 'application/octet-stream' };
  if (person !== null) headers['x-yuantu-person'] = person;
  const address = `/api/parks/${encodeURIComponent(park)}/documents?name=${encodeURIComponent(name)}`;
  return read(post(address, { headers, file, signal, onProgress })) as Promise<{ document: Document }>;
}

interface Body extends Required<Pick<Sending, 'signal' | 'onProgress'>> {
  headers: Record<string, string>;
  file: Blob;
}

/** XMLHttpRequest, because fetch does not tell how much of a body has left. */
function post(address: string, { headers, file, signal, onProgress }: Body): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const aborted = () => reject(new DOMException('aborted', 'AbortError'));
    if (signal.aborted) return aborted();
    request.open('POST', address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => resolve(new Response(request.responseText, { status: request.status })));
    request.addEventListener('error', () => reject(new Problem('http.unreachable', 0)));
    request.addEventListener('abort', aborted);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

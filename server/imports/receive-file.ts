import { refuse, type Refusal } from '../../domain/refusals.ts';
import { surveyLimits } from '../survey/limits.ts';

const { fileBytes: most } = surveyLimits;

/** The bytes of an upload; document.too-large as soon as they are too many, document.incomplete when some are missing. */
export async function receiveFile(
  body: ReadableStream<Uint8Array> | null,
  declaredLength: string | undefined,
): Promise<Uint8Array | Refusal> {
  const declared = declaredLength !== undefined && /^\d{1,15}$/.test(declaredLength) ? Number(declaredLength) : null;
  if (declared !== null && declared > most) return tooLarge();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > most) return tooLarge();
    parts.push(part);
  }
  if (declared !== null && bytes !== declared) return refuse('document.incomplete');
  return Buffer.concat(parts);
}

function tooLarge(): Refusal {
  return refuse('document.too-large', null, { largestMegabytes: most / 1024 / 1024 });
}

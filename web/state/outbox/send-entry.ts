import type { CommandAnswer } from '../../answers.ts';
import { giveCommand } from '../../api.ts';
import { addDocument } from '../../api/documents.ts';
import type { OutboxEntry } from './entry.ts';
import { getPhoto, putPhoto } from './storage.ts';

const commandPatienceMs = 20_000;
const uploadPatienceMs = 90_000;

/** Sends the photos that were kept for an order, then the order. Can be repeated after every step. */
export async function sendEntry(entry: Omit<OutboxEntry, 'position'>): Promise<CommandAnswer> {
  const { command, park, id, basedOn, input, reason, personId: person } = entry;
  const documents: string[] = [];
  for (const document of entry.documents) documents.push(await onServer(document, person));
  const signal = AbortSignal.timeout(commandPatienceMs);
  return giveCommand(command, { park, person, id, basedOn, input, reason, documents, preview: false, signal });
}

/** The id a document has on the server; a kept photo is sent first. */
async function onServer(id: string, person: string): Promise<string> {
  const photo = await getPhoto(id);
  if (!photo) return id;
  if (photo.document !== null) return photo.document;
  const signal = AbortSignal.timeout(uploadPatienceMs);
  const { document } = await addDocument({ park: photo.park, person, signal }, photo.name, photo.blob);
  await putPhoto({ ...photo, document: document.id });
  return document.id;
}

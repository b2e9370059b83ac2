import { onScopeDispose, shallowReactive, watch } from 'vue';
import { largestDocumentBytes } from '../../../domain/document/kinds.ts';
import { addDocument } from '../../api/documents.ts';
import { newId } from '../../new-id.ts';
import { Problem } from '../../problem.ts';
import { useOutbox } from '../../state/outbox.ts';
import { useSession } from '../../state/session.ts';
import { useView } from '../../state/view.ts';

/** A file on its way to the server. `waiting`: kept on this device until there is a network. */
export interface Upload {
  readonly key: string;
  readonly file: File;
  /** Address of the picture in this browser; null for papers. */
  readonly picture: string | null;
  readonly state: 'sending' | 'kept' | 'waiting' | 'refused';
  readonly share: number;
  readonly id: string | null;
  readonly problem: Problem | null;
}

/** Sends files one by one as they are chosen; `changed` hears the ids and whether something is still on its way. */
export function useUploads(changed: (ids: readonly string[], isBusy: boolean) => void) {
  const view = useView();
  const session = useSession();
  const outbox = useOutbox();
  const uploads = shallowReactive(new Map<string, Upload>());
  const sending = new Map<string, AbortController>();

  const change = (key: string, part: Partial<Upload>) => {
    const upload = uploads.get(key);
    if (upload) uploads.set(key, { ...upload, ...part });
  };

  function add(file: File): void {
    const key = newId();
    const picture = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
    uploads.set(key, { key, file, picture, state: 'sending', share: 0, id: null, problem: null });
    void send(key);
  }

  async function send(key: string): Promise<void> {
    const upload = uploads.get(key);
    if (!upload) return;
    change(key, { state: 'sending', share: 0, problem: null });
    const mine = new AbortController();
    sending.set(key, mine);
    try {
      refuseEarly(upload.file);
      const person = session.person?.id ?? null;
      const onProgress = (share: number) => change(key, { share });
      const order = { park: view.park, person, signal: mine.signal, onProgress };
      const { document } = await addDocument(order, upload.file.name, upload.file);
      change(key, { state: 'kept', id: document.id });
    } catch (cause) {
      if (mine.signal.aborted) return;
      if (!(cause instanceof Problem)) throw cause;
      await keep(key, upload.file, cause);
    } finally {
      sending.delete(key);
    }
  }

  /** Without a network the file waits on this device for its order. */
  async function keep(key: string, file: File, problem: Problem): Promise<void> {
    const isAway = problem.status === 0 || problem.code === 'http.unavailable';
    const id = isAway ? await outbox.keepPhoto(view.park, file).catch(() => null) : null;
    change(key, id === null ? { state: 'refused', problem } : { state: 'waiting', id });
  }

  function remove(key: string): void {
    sending.get(key)?.abort();
    forget(uploads.get(key));
    uploads.delete(key);
  }

  watch(uploads, () => {
    const all = [...uploads.values()];
    changed(
      all.flatMap(({ id }) => id ?? []),
      all.some(({ state }) => state === 'sending'),
    );
  });
  onScopeDispose(() => {
    for (const abort of sending.values()) abort.abort();
    for (const upload of uploads.values()) forget(upload);
  });
  return { uploads, add, again: send, remove };
}

function forget(upload: Upload | undefined): void {
  if (upload?.picture) URL.revokeObjectURL(upload.picture);
}

/** What the server would say after megabytes. */
function refuseEarly({ size }: File): void {
  const largestMegabytes = largestDocumentBytes / 1024 / 1024;
  if (size > largestDocumentBytes) throw new Problem('document.too-large', 413, null, { largestMegabytes });
  if (size === 0) throw new Problem('document.empty', 422);
}

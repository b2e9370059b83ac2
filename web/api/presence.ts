import { api, read } from '../api.ts';

/** Somebody at something, as colleagues see it. */
export interface Colleague {
  readonly personId: string;
  readonly name: string;
  /** `parcel:A-01`, `road:R1` … */
  readonly subject: string;
  readonly doing: 'looking' | 'recording';
}

export interface Sighting {
  readonly client: string;
  /** null: at nothing any more. */
  readonly subject: string | null;
  readonly also: string[];
  readonly doing: Colleague['doing'];
}

const presence = api.parks[':park'].presence;

/** Tells colleagues what the person at this page is at; it is forgotten unless it is told again within 35 seconds. */
export const tellPresence = (park: string, sighting: Sighting): Promise<{ people: readonly Colleague[] }> =>
  read(presence.$post({ param: { park }, json: sighting }));

/** The same when the page is about to go and no answer can be waited for. */
export function tellPresenceLeaving(park: string, sighting: Sighting): void {
  const path = `/api/parks/${encodeURIComponent(park)}/presence`;
  const body = new Blob([JSON.stringify(sighting)], { type: 'application/json' });
  if (typeof navigator.sendBeacon === 'function' && navigator.sendBeacon(path, body)) return;
  void fetch(path, { method: 'POST', body, keepalive: true }).catch(() => undefined);
}

import type { LoggedEvent } from '../database/log.ts';

/** The first of these events that make a page: events of thousands of parcels are told whole, but not many at once. */
export function firstPage(
  found: readonly LoggedEvent[],
  { mostEvents, mostChanges }: { readonly mostEvents: number; readonly mostChanges: number },
): LoggedEvent[] {
  const events: LoggedEvent[] = [];
  let changes = 0;
  for (const event of found.slice(0, mostEvents)) {
    changes += event.changes.length;
    if (events.length > 0 && changes > mostChanges) break;
    events.push(event);
  }
  return events;
}

import { useRoute, type RouteLocationRaw } from 'vue-router';
import { readAddress, writeAddress, type Address } from './address.ts';

/** The pages that are open to everybody. */
export const pageNames = ['map', 'dashboard', 'report'] as const;
export type PageName = (typeof pageNames)[number] | 'people';

/** Links to the pages of a park that keep the day, the unit, the language and whatever else was set. */
export function usePageLink(): (page: PageName, part?: Partial<Address>) => RouteLocationRaw {
  const route = useRoute();
  return (page, part = {}) => ({
    name: page,
    params: { park: String(route.params['park'] ?? '') },
    query: writeAddress({ ...readAddress(route.query), ...part }),
  });
}

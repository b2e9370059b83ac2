import { Twin } from '../../map/twin.ts';

/** The map of the day looked at and the one of the other day. */
export const twin = new Twin();

import type { Role } from '../../domain/access/roles.ts';
import type { Device, PersonListed, SignIn } from '../answers/people.ts';
import { api, read } from '../api.ts';

type GivenRole = Exclude<Role, 'visitor'>;
export interface PersonWithPassword {
  person: PersonListed;
  /** Works once and is never shown again. */
  password: string;
}

export const changePassword = (current: string, next: string) =>
  read(api.session.password.$post({ json: { current, next } }));

export const readDevices = (signal: AbortSignal): Promise<{ devices: readonly Device[] }> =>
  read(api.session.devices.$get({}, { init: { signal } }));

/** Ends one session, or all but this one for null. */
export const endDevice = (device: string | null): Promise<{ devices: readonly Device[] }> =>
  read(api.session.devices.end.$post({ json: { device } }));

export const readPeople = (signal: AbortSignal): Promise<{ people: readonly PersonListed[] }> =>
  read(api.people.$get({}, { init: { signal } }));

export const addPerson = (added: { username: string; name: string; roles: GivenRole[] }): Promise<PersonWithPassword> =>
  read(api.people.$post({ json: added }));

export const changePerson = (
  person: string,
  change: { name?: string; roles?: GivenRole[]; disabled?: boolean },
): Promise<{ person: PersonListed }> => read(api.people[':person'].$post({ param: { person }, json: change }));

export const resetPassword = (person: string): Promise<PersonWithPassword> =>
  read(api.people[':person'].password.$post({ param: { person }, json: {} }));

export const endSessions = (person: string): Promise<{ person: PersonListed }> =>
  read(api.people[':person']['end-sessions'].$post({ param: { person }, json: {} }));

export const readSignIns = (before: number | null, signal: AbortSignal): Promise<{ signIns: readonly SignIn[] }> =>
  read(api['sign-ins'].$get({ query: before === null ? {} : { before: String(before) } }, { init: { signal } }));

import { bigint, boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Role } from '../../../domain/access/roles.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const stamps = { createdAt: moment('created_at').notNull(), updatedAt: moment('updated_at').notNull() };

export const installation = pgTable('installation', {
  single: boolean().primaryKey().default(true),
  secret: text().notNull(),
});

export const person = pgTable('person', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  emailVerified: boolean('email_verified').notNull(),
  image: text(),
  username: text().notNull(),
  displayUsername: text('display_username'),
  roles: text().array().$type<Role[]>().notNull(),
  mustChangePassword: boolean('must_change_password').notNull(),
  disabledAt: moment('disabled_at'),
  ...stamps,
});

export const credential = pgTable('credential', {
  id: text().primaryKey(),
  userId: text('person_id').notNull(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  password: text(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: moment('access_token_expires_at'),
  refreshTokenExpiresAt: moment('refresh_token_expires_at'),
  scope: text(),
  ...stamps,
});

export const session = pgTable('session', {
  id: text().primaryKey(),
  userId: text('person_id').notNull(),
  token: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  ...stamps,
});

/** The library that keeps sessions insists on it; nothing writes here. */
export const verification = pgTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  ...stamps,
});

export const signIn = pgTable('sign_in', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: moment('at').notNull(),
  username: text().notNull(),
  personId: text('person_id'),
  address: text().notNull(),
  outcome: text().$type<SignInOutcome>().notNull(),
});

export const signInOutcomes = [
  'signed-in',
  'refused',
  'throttled',
  'disabled',
  'signed-out',
  'ended',
  'password',
] as const;
export type SignInOutcome = (typeof signInOutcomes)[number];

import { z } from '@hono/zod-openapi';
import { personNameSchema, passwordSchema, rolesSchema, usernameSchema } from '../../domain/access/person.ts';
import { roles } from '../../domain/access/roles.ts';
import { signInOutcomes } from '../database/schema.ts';

const moment = z.iso.datetime();

export const personSchema = z
  .object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)).readonly(),
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'Person' });

export const sessionAnswer = z.object({ person: personSchema.nullable() });

export const credentialsBody = z.object({
  username: usernameSchema,
  password: z.string().min(1).max(128),
  remember: z.boolean().default(false),
});

export const passwordBody = z.object({ current: z.string().min(1).max(128), next: passwordSchema });

export const devicesAnswer = z.object({
  devices: z.array(
    z.object({
      id: z.string(),
      createdAt: moment,
      seenAt: moment,
      address: z.string(),
      agent: z.string(),
      isThis: z.boolean(),
    }),
  ),
});

export const endDeviceBody = z.object({
  device: z.string().max(80).nullable().meta({ description: 'null ends all but the one that asks' }),
});

export const keptPersonSchema = personSchema.extend({
  disabledAt: moment.nullable(),
  createdAt: moment,
  signedInAt: moment.nullable(),
  openSessions: z.number().int().nonnegative(),
});

export const peopleAnswer = z.object({ people: z.array(keptPersonSchema) });
export const personAnswer = z.object({ person: keptPersonSchema });
export const personWithPasswordAnswer = personAnswer.extend({
  password: z.string().meta({ description: 'Shown once; it has to be changed at the first sign-in' }),
});

export const addPersonBody = z.object({ username: usernameSchema, name: personNameSchema, roles: rolesSchema });

export const changePersonBody = z.object({
  name: personNameSchema.optional(),
  roles: rolesSchema.optional(),
  disabled: z.boolean().optional(),
});

export const signInsAnswer = z.object({
  signIns: z.array(
    z.object({
      id: z.number().int(),
      at: moment,
      username: z.string(),
      name: z.string().nullable(),
      address: z.string(),
      outcome: z.enum(signInOutcomes),
    }),
  ),
});

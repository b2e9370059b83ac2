import type { Role } from '../../domain/access/roles.ts';

export interface PersonListed {
  id: string;
  username: string;
  name: string;
  roles: readonly Role[];
  mustChangePassword: boolean;
  disabledAt: string | null;
  createdAt: string;
  signedInAt: string | null;
  openSessions: number;
}

export interface Device {
  id: string;
  createdAt: string;
  seenAt: string;
  address: string | null;
  agent: string | null;
  isThis: boolean;
}

export interface SignIn {
  id: number;
  at: string;
  username: string;
  name: string | null;
  address: string;
  outcome: string;
}

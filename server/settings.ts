import { join } from 'node:path';
import { packageRoot } from './root.ts';
import { StartError } from './start-error.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly isLoopback: boolean;
  readonly dataFolder: string;
  /** Where the parks to load on the first run lie. */
  readonly geoFolder: string;
  readonly databaseUrl: string | null;
  readonly staffOpen: boolean;
  readonly logLevel: string;
}

const defaultPort = 8070;
const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** Reads the settings from environment variables. Throws StartError when one makes no sense. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const value = (name: string) => environment[name]?.trim() || null;
  const host = value('HOST') ?? '127.0.0.1';
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
  const logLevel = value('LOG_LEVEL') ?? 'warn';
  if (!logLevels.includes(logLevel)) {
    throw new StartError(`LOG_LEVEL is ${logLevel}; it must be one of ${logLevels.join(', ')}.`);
  }
  const databaseUrl = value('DATABASE_URL');
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new StartError('DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  return {
    port: portOf(value('PORT')),
    host,
    isLoopback,
    dataFolder: value('DATA_DIR') ?? join(packageRoot, 'data/store'),
    geoFolder: join(packageRoot, 'data/geo'),
    databaseUrl,
    staffOpen: switchOf('STAFF_OPEN', value('STAFF_OPEN')) ?? isLoopback,
    logLevel,
  };
}

function portOf(text: string | null): number {
  if (text === null) return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new StartError(`PORT is ${text}; it must be a number from 1 to 65535.`);
  return port;
}

function switchOf(name: string, text: string | null): boolean | null {
  if (text === null) return null;
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off)$/i.test(text)) return false;
  throw new StartError(`${name} is ${text}; it must be 1 or 0.`);
}

import { join } from 'node:path';
import type { CertificateFiles } from './read-certificate.ts';
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
  readonly logLevel: string;
  /** The files that make the server speak https itself. */
  readonly certificate: CertificateFiles | null;
  /** Where people reach the server, when that is not where it listens. */
  readonly publicUrl: URL | null;
  /** Whether people reach it by https, so that cookies need not go any other way. */
  readonly isSecure: boolean;
  /** How many proxies in front are trusted to say where a request comes from. */
  readonly proxies: number;
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
  const certificate = certificateOf(value('TLS_CERT'), value('TLS_KEY'));
  const publicUrl = publicUrlOf(value('PUBLIC_URL'));
  return {
    port: portOf(value('PORT')),
    host,
    isLoopback,
    dataFolder: value('DATA_DIR') ?? join(packageRoot, 'data/store'),
    geoFolder: join(packageRoot, 'data/geo'),
    databaseUrl,
    logLevel,
    certificate,
    publicUrl,
    isSecure: certificate !== null || publicUrl?.protocol === 'https:',
    proxies: proxiesOf(value('TRUST_PROXY')),
  };
}

function portOf(text: string | null): number {
  if (text === null) return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new StartError(`PORT is ${text}; it must be a number from 1 to 65535.`);
  return port;
}

function certificateOf(certificateFile: string | null, keyFile: string | null): CertificateFiles | null {
  if (certificateFile === null && keyFile === null) return null;
  if (certificateFile === null || keyFile === null) {
    throw new StartError('TLS_CERT and TLS_KEY belong together: give both files or none.');
  }
  return { certificateFile, keyFile };
}

function publicUrlOf(text: string | null): URL | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new StartError(`PUBLIC_URL is ${text}; it must be like https://land.example, without a path.`);
  }
  return url;
}

function proxiesOf(text: string | null): number {
  if (text === null || /^(false|no|off)$/i.test(text)) return 0;
  if (/^(true|yes|on)$/i.test(text)) return 1;
  if (/^\d$/.test(text)) return Number(text);
  throw new StartError(`TRUST_PROXY is ${text}; it must be the number of proxies in front of the server (0 to 9).`);
}

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { StartError } from './start-error.ts';

export interface CertificateFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
}

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** The last moment it is valid. */
  readonly validUntil: Date;
}

/** Reads what the server shows to prove who it is. Throws StartError when the files are not a certificate and its key. */
export function readCertificate({ certificateFile, keyFile }: CertificateFiles): Certificate {
  const cert = read('TLS_CERT', certificateFile);
  const key = read('TLS_KEY', keyFile);
  const certificate = parsed('TLS_CERT', certificateFile, 'a certificate', () => new X509Certificate(cert));
  const privateKey = parsed('TLS_KEY', keyFile, 'a private key without a password', () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new StartError(`TLS_KEY ${keyFile} is not the key of the certificate ${certificateFile}.`);
  }
  return { cert, key, validUntil: new Date(certificate.validTo) };
}

function read(name: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new StartError(`${name} ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
}

function parsed<Value>(name: string, file: string, what: string, parse: () => Value): Value {
  try {
    return parse();
  } catch {
    throw new StartError(`${name} ${file} is not ${what} in PEM form.`);
  }
}

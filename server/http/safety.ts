import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { Problem } from './problem.ts';

const largestBodyBytes = 64 * 1024;

/** What the page may load: its own files only. Strict-Transport-Security stays off on plain intranets. */
export const safeHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
});

export const smallBodies = bodyLimit({
  maxSize: largestBodyBytes,
  onError: () => {
    throw new Problem({ status: 413, code: 'http.too-large', detail: { largestBytes: largestBodyBytes } });
  },
});

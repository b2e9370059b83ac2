import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { Problem } from './problem.ts';

const largestBodyBytes = 64 * 1024;
/** A choice among the changes of the largest survey file, by their ids. */
const largestChoiceBytes = 8 * 1024 * 1024;

/** What the page may load: its own files only. Strict-Transport-Security stays off on plain intranets. */
export const safeHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  permissionsPolicy: {
    geolocation: ['self'],
    camera: ['self'],
    fullscreen: ['self'],
    clipboardWrite: ['self'],
    accelerometer: [],
    gyroscope: [],
    magnetometer: [],
    microphone: [],
    payment: [],
    usb: [],
    serial: [],
    bluetooth: [],
    midi: [],
    displayCapture: [],
    publickeyCredentialsGet: [],
  },
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  // Documents answer with a stricter policy of their own.
  overwrite: false,
});

export const smallBodies = bodiesUpTo(largestBodyBytes);
export const choiceBodies = bodiesUpTo(largestChoiceBytes);

function bodiesUpTo(largestBytes: number) {
  return bodyLimit({
    maxSize: largestBytes,
    onError: () => {
      throw new Problem({ status: 413, code: 'http.too-large', detail: { largestBytes } });
    },
  });
}

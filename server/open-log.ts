import { pino, type DestinationStream, type Logger } from 'pino';

interface ToldError {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly stack: string;
  readonly cause?: ToldError;
}

const deepestCause = 4;

/** The log: JSON lines without what people typed, sent or sign in with. */
export function openLog(level: string, destination: DestinationStream): Logger {
  return pino({ level, serializers: { err: (error: unknown) => tellError(error, 0) } }, destination);
}

/** An error without the values a failed query was given: they hold passwords, sessions and names. */
function tellError(error: unknown, depth: number): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'no error', stack: '' };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const message = withoutValues(error.message);
  return {
    type: error.name,
    message,
    code,
    constraint,
    stack: (error.stack ?? '').replace(error.message, message),
    ...(error.cause !== undefined && depth < deepestCause && { cause: tellError(error.cause, depth + 1) }),
  };
}

function withoutValues(message: string): string {
  return message.replace(/\nparams:.*$/s, '');
}

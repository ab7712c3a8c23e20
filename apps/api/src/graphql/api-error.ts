import { GraphQLError } from 'graphql';

export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'PENDING_CONFIRMATION'
  | 'NOT_FOUND'
  | 'GONE'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'TOO_COMPLEX'
  | 'UNAVAILABLE'
  | 'STORAGE_FULL';

export const HTTP_STATUS: Readonly<Record<ErrorCode | 'INTERNAL', number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PENDING_CONFIRMATION: 403,
  NOT_FOUND: 404,
  GONE: 410,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  TOO_COMPLEX: 400,
  UNAVAILABLE: 503,
  STORAGE_FULL: 503,
  INTERNAL: 500,
};

const MESSAGES: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'Your role may not do this.',
  PENDING_CONFIRMATION: 'A second person has not confirmed this account yet.',
  NOT_FOUND: 'There is no such thing.',
  GONE: 'It was withdrawn to protect people.',
  BAD_USER_INPUT: 'The request is not valid.',
  CONFLICT: 'Somebody was faster. Load it again.',
  RATE_LIMITED: 'Too many attempts. Wait a little.',
  TOO_COMPLEX: 'The query is too complex.',
  UNAVAILABLE: 'The service is not available for a moment.',
  STORAGE_FULL:
    'The disk of the database is full: nothing can be saved until the operator makes room.',
};

/** Seconds until another attempt makes sense, where a refusal does not say it itself. */
const RETRY_AFTER: Partial<Record<ErrorCode, number>> = { UNAVAILABLE: 5, STORAGE_FULL: 60 };

/** An error whose code reaches the client. Every other error becomes INTERNAL, without its message. */
export class ApiError extends GraphQLError {
  readonly code: ErrorCode;
  /** Seconds until another attempt makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string = MESSAGES[code],
    options: { retryAfter?: number } = {},
  ) {
    const wait = options.retryAfter ?? RETRY_AFTER[code];
    const headers = new Map(wait === undefined ? [] : [['retry-after', String(wait)]]);
    super(message, { extensions: { code, http: { status: HTTP_STATUS[code], headers } } });
    this.code = code;
    this.retryAfter = wait;
  }
}

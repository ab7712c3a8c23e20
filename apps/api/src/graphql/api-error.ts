import { GraphQLError } from 'graphql';

interface Kind {
  status: number;
  message: string;
  /** Seconds until another attempt makes sense, unless the error itself says how many. */
  retryAfter?: number;
}

const KINDS = {
  UNAUTHENTICATED: { status: 401, message: 'Sign in first.' },
  FORBIDDEN: { status: 403, message: 'Your role may not do this.' },
  PENDING_CONFIRMATION: {
    status: 403,
    message: 'A second person has not confirmed this account yet.',
  },
  SIGN_IN_AGAIN: { status: 403, message: 'Sign in again before you change this.' },
  NOT_FOUND: { status: 404, message: 'There is no such thing.' },
  GONE: { status: 410, message: 'It was withdrawn to protect people.' },
  BAD_USER_INPUT: { status: 400, message: 'The request is not valid.' },
  CONFLICT: { status: 409, message: 'Somebody was faster. Load it again.' },
  RATE_LIMITED: { status: 429, message: 'Too many attempts. Wait a little.' },
  TOO_COMPLEX: { status: 400, message: 'The query is too complex.' },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    message: 'PersistedQueryNotFound',
  },
  UNAVAILABLE: {
    status: 503,
    message: 'The service is not available for a moment.',
    retryAfter: 5,
  },
  STORAGE_FULL: {
    status: 503,
    message:
      'The disk of the database is full: nothing can be saved until the operator makes room.',
    retryAfter: 60,
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type ErrorCode = keyof typeof KINDS;

export const isErrorCode = (code: string): boolean => code in KINDS;
export const statusOf = (code: ErrorCode): number => KINDS[code].status;

/** An error whose code reaches the client. All other errors become INTERNAL and lose their message. */
export class ApiError extends GraphQLError {
  /** Seconds until another attempt makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string = KINDS[code].message,
    options: { retryAfter?: number } = {},
  ) {
    const { status, retryAfter }: Kind = KINDS[code];
    const wait = options.retryAfter ?? retryAfter;
    const headers = new Map(wait === undefined ? [] : [['retry-after', String(wait)]]);
    super(message, { extensions: { code, http: { status, headers } } });
    this.retryAfter = wait;
  }
}

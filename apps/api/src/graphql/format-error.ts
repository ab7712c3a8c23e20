import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { log, requestId } from '../http/log.ts';
import { isErrorCode } from './api-error.ts';
import { clientErrorOf } from './client-error.ts';

const APOLLO_CODES: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
};

/** { message, path, extensions: { code, requestId } } and nothing else: no stack, no SQL, no class names. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { code, message, retryAfter } = judge(formatted, cause);
  if (code === 'INTERNAL') log.error({ err: cause }, 'a GraphQL operation failed');
  return {
    message,
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: {
      code,
      requestId: requestId.getStore() ?? null,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    },
  };
}

function judge(
  formatted: GraphQLFormattedError,
  cause: unknown,
): { code: string; message: string; retryAfter?: number | undefined } {
  const problem = clientErrorOf(cause);
  if (problem) return problem;
  const given = formatted.extensions?.['code'];
  if (isRefused(cause)) return { code: 'BAD_USER_INPUT', message: formatted.message };
  const code = typeof given === 'string' ? (APOLLO_CODES[given] ?? given) : 'INTERNAL';
  // Only the code of a GraphQLError is used: database drivers set error.code too.
  if (cause instanceof GraphQLError && isErrorCode(code))
    return { code, message: formatted.message };
  return { code: 'INTERNAL', message: 'Something went wrong on our side.' };
}

/** Did Apollo refuse the request with 400 without a code, for example because the hash belongs to another text? */
const isRefused = (cause: unknown): boolean =>
  cause instanceof GraphQLError &&
  cause.extensions['code'] === undefined &&
  (cause.extensions['http'] as { status?: unknown } | undefined)?.status === 400;

import { isDatabaseAway, isStorageFull, isUnstorable } from '../database/error-code.ts';
import { ApiError } from './api-error.ts';

/** The error for the client, for GraphQL and HTTP alike; null if it is our own fault. */
export function clientErrorOf(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (isStorageFull(error)) return new ApiError('STORAGE_FULL');
  if (isDatabaseAway(error)) return new ApiError('UNAVAILABLE');
  if (isUnstorable(error)) return new ApiError('BAD_USER_INPUT');
  return null;
}

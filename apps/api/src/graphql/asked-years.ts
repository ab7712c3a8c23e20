import { ApiError } from './api-error.ts';

export interface AskedYears {
  from?: number | null | undefined;
  to?: number | null | undefined;
}

/** Refuses years that end before they begin: an empty answer would look as if there were no values. */
export function expectYears(
  { from, to }: AskedYears,
  message = '`from` is later than `to`.',
): void {
  if (from != null && to != null && from > to) throw new ApiError('BAD_USER_INPUT', message);
}

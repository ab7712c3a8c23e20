import { WITHDRAWN } from '@qadam/domain';

type Emptied = (typeof WITHDRAWN.value)[number];

/** What is left of a hidden figure. */
export const TOMBSTONE = {
  ...(Object.fromEntries(WITHDRAWN.value.map((column) => [column, null])) as Record<Emptied, null>),
  obs_status: 'Q' as const,
};

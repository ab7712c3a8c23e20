import type { Language } from '../../graphql/enums.ts';

/**
 * Mutations carry no language: their answers bring names in this one. A page that shows names keeps
 * those it has, or asks its query again.
 */
export const PAYLOAD_LANGUAGE: Language = 'ru';

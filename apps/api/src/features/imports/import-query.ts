import { isLanguage, type Language } from '@qadam/i18n';
import { ApiError } from '../../graphql/api-error.ts';

type Asked = Readonly<Record<string, string | string[] | undefined>>;

const one = (query: Asked, name: string): string => {
  const given = query[name];
  return typeof given === 'string' ? given : '';
};

/** The return that a file is for; without a cycle, the file is for all years that it mentions. */
export function importFrame(query: Asked) {
  const cycle = one(query, 'cycle');
  if (!/^(?:\d{4})?$/.test(cycle))
    throw new ApiError('BAD_USER_INPUT', 'cycle is a year of four digits, or left out.');
  return {
    area: one(query, 'country'),
    cycle: cycle === '' ? null : Number(cycle),
    lang: queryLanguage(query),
  };
}

export function queryLanguage(query: Asked): Language | null {
  const lang = one(query, 'lang');
  return isLanguage(lang) ? lang : null;
}

/** Is `respond-async` among what the header `Prefer` lists (RFC 7240)? */
export const prefersAsync = (prefer: string | string[] | undefined): boolean =>
  [prefer ?? []]
    .flat()
    .flatMap((list) => list.split(','))
    .some((one) => one.split(';', 1)[0]?.trim().toLowerCase() === 'respond-async');

/** A missing parameter means a dry run, so that nothing is stored by accident. */
export const isDryRun = (query: Asked): boolean => one(query, 'dryRun') !== 'false';

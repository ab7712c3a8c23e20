import type { FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '@qadam/i18n';
import { ApiError } from '../../graphql/api-error.ts';
import { expectYears } from '../../graphql/asked-years.ts';
import type { RowFilter } from './row-filter.ts';

export interface AskedRelease {
  /** The number of a release, such as 2026.1. */
  release?: string | undefined;
  /** A day, such as 2026-11-25: the release that was the newest at its end, in Bishkek (UTC+6). */
  asOf?: string | undefined;
}

export interface Asked extends AskedRelease {
  lang: Language;
  filter: RowFilter;
  /** For a spreadsheet of the language: its separators, and headings in words. */
  forExcel: boolean;
}

const PATTERNS = {
  release: { like: /^\d{4}\.\d{1,6}$/, message: 'release is a number of a release, as 2026.1' },
  asOf: { like: /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/, message: 'asOf is a day, as 2026-11-25' },
  lang: { like: /^[a-z]{2}$/, message: 'lang is one of en, ru, kk, ky, tg, uz' },
  c: { like: /^[A-Z0-9]{3}(~[A-Z0-9]{3}){0,99}$/, message: 'c is a list of areas, as KAZ~UZB' },
  t: { like: /^\d{4}\.\.\d{4}$/, message: 't is a range of years, as 2019..2026' },
  i: {
    like: /^[\w.]{1,40}(~[\w.]{1,40}){0,199}$/,
    message: 'i is a list of indicators, as A4.2~C3',
  },
  for: { like: /^excel$/, message: 'for may be excel' },
};
type Name = keyof typeof PATTERNS;

/**
 * The query of an address below /data, with the parameter names of the pages: c countries, t years, i indicators. Pages ignore what they do not
 * understand, but a file is used without its address in sight, so here it is refused.
 */
export function readQuery({ query }: FastifyRequest, ...allowed: readonly Name[]): Asked {
  const given: Partial<Record<Name, string>> = {};
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    const known = allowed.find((candidate) => candidate === name);
    if (known === undefined)
      throw badRequest(
        `There is no parameter ${name.slice(0, 40)} here; known are ${allowed.join(', ')}`,
      );
    if (typeof value !== 'string' || !PATTERNS[known].like.test(value))
      throw badRequest(PATTERNS[known].message);
    given[known] = value;
  }
  const { lang = 'en', release, asOf, c, i, t } = given;
  if (!isLanguage(lang)) throw badRequest(PATTERNS.lang.message);
  if (release !== undefined && asOf !== undefined)
    throw badRequest('Ask for a release or for a day (asOf), not for both');
  const [from, to] = t?.split('..').map(Number) ?? [];
  expectYears({ from, to }, `${PATTERNS.t.message}.`);
  const filter = { areas: c?.split('~'), indicators: i?.split('~'), from, to };
  return { lang, release, asOf, filter, forExcel: given.for !== undefined };
}

export function badRequest(message: string): ApiError {
  return new ApiError('BAD_USER_INPUT', `${message}.`);
}

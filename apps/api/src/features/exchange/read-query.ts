import { isLanguage, type Language } from '@qadam/i18n';
import { ApiError } from '../../graphql/api-error.ts';
import type { AskedRelease } from './asked-release.ts';
import type { RowFilter } from './row-filter.ts';

export type Query = Readonly<Record<string, unknown>>;

export interface Asked extends AskedRelease {
  lang: Language;
  filter: RowFilter;
  /** EXCEL: as a spreadsheet of the language opens it. */
  reader: 'MACHINE' | 'EXCEL';
}

type Name = 'release' | 'asOf' | 'lang' | 'c' | 't' | 'i' | 'for';

const PATTERNS: Readonly<Record<Name, { like: RegExp; message: string }>> = {
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

/**
 * The search part of an address below /data, with the names of the pages: c countries, t years, i indicators. A file is
 * trusted without its address in sight, so what is not understood is refused, not left out as on a page.
 */
export function readQuery(query: Query, allowed: readonly Name[]): Asked {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(query)) {
    const known = allowed.find((candidate) => candidate === name);
    if (known === undefined)
      throw badRequest(
        `There is no parameter ${name.slice(0, 40)} here; known are ${allowed.join(', ')}`,
      );
    if (typeof value !== 'string' || !PATTERNS[known].like.test(value))
      throw badRequest(PATTERNS[known].message);
    given.set(known, value);
  }
  const [lang = 'en', release, asOf] = ['lang', 'release', 'asOf'].map((name) => given.get(name));
  if (!isLanguage(lang)) throw badRequest(PATTERNS.lang.message);
  if (release !== undefined && asOf !== undefined)
    throw badRequest('Ask for a release or for a day (asOf), not for both');
  return {
    lang,
    ...(release === undefined ? {} : { release }),
    ...(asOf === undefined ? {} : { asOf }),
    filter: filterOf(given),
    reader: given.has('for') ? 'EXCEL' : 'MACHINE',
  };
}

function filterOf(given: ReadonlyMap<string, string>): RowFilter {
  const list = (name: string) => given.get(name)?.split('~');
  const [areas, indicators, years] = [
    list('c'),
    list('i'),
    given.get('t')?.split('..').map(Number),
  ];
  return {
    ...(areas ? { areas } : {}),
    ...(indicators ? { indicators } : {}),
    ...(years?.[0] === undefined ? {} : { from: years[0] }),
    ...(years?.[1] === undefined ? {} : { to: years[1] }),
  };
}

export function badRequest(message: string): ApiError {
  return new ApiError('BAD_USER_INPUT', `${message}.`);
}

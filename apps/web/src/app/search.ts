/** What the search part of public addresses may contain. Only this is kept: the address is the view, and a page is stored per view. */
import { isDay, LEVEL_WORDS } from '@qadam/domain';
import { languages } from '@qadam/i18n';
import { areaCodes, countryCodes } from '../theme/countries.ts';

export type Search = Record<string, string>;
type Rule = (text: string) => boolean;

const oneOf =
  (...values: readonly string[]): Rule =>
  (text) =>
    values.includes(text);
const matching =
  (pattern: RegExp): Rule =>
  (text) =>
    pattern.test(text);

const release = matching(/^\d{4}\.\d{1,3}$/);
const area = oneOf(...areaCodes);
/** Accepts one or several of these codes, joined by a tilde. */
const some =
  (codes: readonly string[]): Rule =>
  (text) => {
    const named = text.split('~');
    return named.length <= codes.length && named.every((code) => codes.includes(code));
  };
const areas = some(areaCodes);

const yearRule = matching(/^(19|20)\d{2}$/);

/** The page of a list; the first one needs no number. */
const pageRule = matching(/^([2-9]|[1-9]\d{1,2})$/);

const aboutRule = matching(/^[a-z]+(\/[\w.-]{1,40}){0,2}(\?[\w.~=&-]{1,200})?$/);
const isOutcome = matching(/^(sent|[A-Z]+(_[A-Z]+){0,3})$/);

const indicator = {
  c: areas,
  tab: oneOf('chart', 'bars', 'multiples', 'map', 'groups', 'table'),
  scale: oneOf('progress'),
  /** For the view country by country: each country has its own scale. */
  y: oneOf('own'),
  focus: area,
  t: matching(/^\d{4}\.\.\d{4}$/),
  show: matching(/^(none|(target|proj|base|bench)(~(target|proj|base|bench)){0,3})$/),
  release,
};

const rules = {
  scorecard: {
    year: yearRule,
    /** Only steps at these levels. */
    word: some(LEVEL_WORDS),
    /** Only steps that moved this way since the meeting. */
    moved: oneOf('forward', 'none', 'back'),
    release,
  },
  action: { year: yearRule, c: areas, page: pageRule, release },
  countries: { release },
  country: { year: yearRule, page: pageRule, release },
  brief: {
    year: matching(/^\d{4}$/),
    actions: matching(/^[AF]\d{1,2}(~[AF]\d{1,2}){0,9}$/),
    release,
    print: oneOf(''),
  },
  data: { release },
  indicator: { ...indicator, receipt: matching(/^[A-Z0-9]{3}\.\d{4}(\.[\w-]{1,20}){0,5}$/) },
  /** A frame on another site: its language is a parameter, chosen once when it is embedded. */
  embed: { lang: oneOf(...languages), ...indicator },
  quality: {
    c: oneOf(...countryCodes),
    dim: oneOf('timeliness', 'coherence', 'revisions'),
    page: pageRule,
    cell: matching(/^\d{4}\.[A-Z]\d{1,2}(\.\d{1,2})?$/),
    release,
  },
  /** since: a day; if `from` names a release too, that one counts. */
  changes: { from: release, since: isDay, year: yearRule, to: release, c: area },
  compare: {
    i: matching(/^[A-Z]{1,2}\d{1,2}(\.\d{1,2})?(~[A-Z]{1,2}\d{1,2}(\.\d{1,2})?){0,3}$/),
    c: some(countryCodes),
    /** A form that was sent without a script joins the years with a tilde. */
    t: matching(/^\d{4}(\.\.|~)\d{4}$/),
    /** All countries in one plot, or two indicators against each other. */
    view: oneOf('joint', 'scatter'),
    align: oneOf('baseline'),
    scale: oneOf('progress'),
    y: oneOf('own'),
    release,
  },
  /** about: an address of this site, without its language. said: the outcome of a form that was sent without a script. */
  report: { about: aboutRule, said: isOutcome },
  news: { to: matching(/^(all|[A-Z]{3}|[A-Z]\d{1,2})$/), said: isOutcome },
  confirmNews: { token: matching(/^[\w.-]{1,120}$/), said: isOutcome },
  graphql: { example: oneOf('indicator', 'values', 'indicators', 'changes', 'lists') },
  /** Shows the list as it was when this release was the newest. */
  releases: { release },
  search: { q: matching(/^.{1,100}$/su) },
} satisfies Record<string, Record<string, Rule>>;

export type SearchOf<P extends keyof typeof rules> = {
  [K in keyof (typeof rules)[P]]?: string;
};

/**
 * Keeps the parameters that the page knows and drops the rest. A known parameter with a wrong value is set to undefined, because the router
 * would otherwise give the page the raw value of the address. They come in the order of the rules, whatever their order in the address,
 * so that the server and the browser render the same for all orders.
 */
export function keep<P extends keyof typeof rules>(
  page: P,
  search: Record<string, unknown>,
): SearchOf<P> {
  const known: Record<string, Rule> = rules[page];
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, rule]) => {
      const value = search[name];
      return typeof value === 'string' ? [[name, rule(value) ? value : undefined]] : [];
    }),
  ) as SearchOf<P>;
}

/** Values stay text on both sides: release 2026.10 must not turn into the number 2026.1. A form repeats a name for a list: that becomes A~B. */
export function parseSearch(text: string): Search {
  const found: Search = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name] ?? '';
    found[name] = before === '' || value === '' ? before + value : `${before}~${value}`;
  }
  return found;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  const text = new URLSearchParams(pairs).toString().replaceAll('%7E', '~');
  return text === '' ? '' : `?${text}`;
}

/** The year in an address as the API takes it. */
export const yearOf = ({ year }: { year?: string }): number | null =>
  year === undefined ? null : Number(year);

/** The page of a list that the address names. */
export const pageOf = ({ page }: { page?: string }): number => Number(page ?? 1);

/** The same view, with some of its parameters left out. */
export function without<T extends object, K extends keyof T>(
  search: T,
  ...names: readonly K[]
): Omit<T, K> {
  const rest = { ...search };
  for (const name of names) Reflect.deleteProperty(rest, name);
  return rest;
}

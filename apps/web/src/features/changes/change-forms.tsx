import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './change-forms.module.css';
import type { ChangesData } from './change-list.tsx';
import type { TFunction } from 'i18next';
import type { Format } from '../../ui/use-format.ts';

const root = getRouteApi('__root__');

/** A plain form with GET: the choice ends up in the address, with or without JavaScript. */
export function CompareForm(props: {
  data: ChangesData;
  releases: readonly { number: string }[];
  area: string | undefined;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { data, releases, area } = props;
  const numbers = releases.map(({ number }) => (
    <option key={number} value={number}>
      {number}
    </option>
  ));
  return (
    <form className={`${styles.form ?? ''} no-print`} method="get" action={`/${lang}/changes`}>
      <label>
        {t('changes.fromLabel')}
        <select name="from" defaultValue={data.from?.number}>
          {numbers}
        </select>
      </label>
      <label>
        {t('changes.toLabel')}
        <select name="to" defaultValue={data.to.number}>
          {numbers}
        </select>
      </label>
      <label>
        {t('changes.areaLabel')}
        <select name="c" defaultValue={area ?? ''}>
          <option value="">{t('scorecard.allFour')}</option>
          {data.areas
            .filter(({ code }) => code !== 'CA4')
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name.text}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t('changes.show')}
      </button>
    </form>
  );
}

/** A form of its own: a day and a release to begin with exclude each other. */
export function SinceForm(props: { since: string | undefined; area: string | undefined }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  return (
    <form className={`${styles.form ?? ''} no-print`} method="get" action={`/${lang}/changes`}>
      <label>
        {t('changes.sinceLabel')}
        <input type="date" name="since" required defaultValue={props.since} />
      </label>
      {props.area !== undefined && <input type="hidden" name="c" value={props.area} />}
      <button type="submit" className="button">
        {t('changes.show')}
      </button>
    </form>
  );
}

/** By the year that figures are as of: releases that were published on one day are told apart by nothing else. */
export function YearForm(props: {
  releases: readonly { asOfYear: number }[];
  data: Pick<ChangesData, 'to'>;
  year: string | undefined;
  area: string | undefined;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { releases, data, year, area } = props;
  const years = [...new Set(releases.map(({ asOfYear }) => asOfYear))].filter(
    (one) => one < data.to.asOfYear,
  );
  if (years.length === 0) return null;
  return (
    <form className={`${styles.form ?? ''} no-print`} method="get" action={`/${lang}/changes`}>
      <label>
        {t('changes.yearLabel')}
        <select name="year" defaultValue={year}>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      {area !== undefined && <input type="hidden" name="c" value={area} />}
      <button type="submit" className="button">
        {t('changes.show')}
      </button>
    </form>
  );
}

/** In words, what is compared with what. `since`: the day that was asked for. */
export function leadText(
  t: TFunction,
  format: Format,
  { from, to }: Pick<ChangesData, 'from' | 'to'>,
  since: string | undefined,
): string {
  const date = since === undefined ? '' : format.date(since);
  const facts = { to: to.number, toYear: to.asOfYear, date };
  if (from === null) return t(since === undefined ? 'changes.first' : 'changes.sinceBefore', facts);
  if (from.number === to.number)
    return t(since === undefined ? 'changes.same' : 'changes.sinceSame', facts);
  const both = { ...facts, from: from.number, fromYear: from.asOfYear };
  return t(since === undefined ? 'changes.lead' : 'changes.since', both);
}

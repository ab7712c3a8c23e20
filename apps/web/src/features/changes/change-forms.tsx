import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, type Format } from '../../ui/use-format.ts';
import styles from './change-forms.module.css';
import type { ChangesData } from './change-list.tsx';

/**
 * A plain form with GET, so that the choice ends up in the address, with or without JavaScript. Each way to ask has a
 * form of its own, as they exclude each other.
 */
function GetForm({ area, children }: { area?: string | undefined; children: ReactNode }) {
  const { lang } = useFormat();
  const { t } = useTranslation();
  return (
    <form className={`${styles.form ?? ''} no-print`} method="get" action={`/${lang}/changes`}>
      {children}
      {area !== undefined && <input type="hidden" name="c" value={area} />}
      <button type="submit" className="button">
        {t('changes.show')}
      </button>
    </form>
  );
}

function Select(props: {
  label: string;
  name: string;
  chosen: string | undefined;
  options: readonly { value: string | number; text: string | number }[];
}) {
  return (
    <label>
      {props.label}
      <select name={props.name} defaultValue={props.chosen}>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function CompareForm(props: {
  data: ChangesData;
  releases: readonly { number: string }[];
  area: string | undefined;
}) {
  const { t } = useTranslation();
  const { data, releases, area = '' } = props;
  const numbers = releases.map(({ number }) => ({ value: number, text: number }));
  const countries = data.areas
    .filter(({ code }) => code !== 'CA4')
    .map(({ code, name }) => ({ value: code, text: name.text }));
  const areas = [{ value: '', text: t('scorecard.allFour') }, ...countries];
  const { from, to } = data;
  return (
    <GetForm>
      <Select label={t('changes.fromLabel')} name="from" chosen={from?.number} options={numbers} />
      <Select label={t('changes.toLabel')} name="to" chosen={to.number} options={numbers} />
      <Select label={t('changes.areaLabel')} name="c" chosen={area} options={areas} />
    </GetForm>
  );
}

export function SinceForm(props: { since: string | undefined; area: string | undefined }) {
  const { t } = useTranslation();
  return (
    <GetForm area={props.area}>
      <label>
        {t('changes.sinceLabel')}
        <input type="date" name="since" required defaultValue={props.since} />
      </label>
    </GetForm>
  );
}

/** Chooses a release by the year its figures are as of: releases published on the same day cannot be told apart by that day. */
export function YearForm(props: {
  releases: readonly { asOfYear: number }[];
  data: Pick<ChangesData, 'to'>;
  year: string | undefined;
  area: string | undefined;
}) {
  const { t } = useTranslation();
  const years = [...new Set(props.releases.map(({ asOfYear }) => asOfYear))]
    .filter((one) => one < props.data.to.asOfYear)
    .map((one) => ({ value: one, text: one }));
  if (years.length === 0) return null;
  return (
    <GetForm area={props.area}>
      <Select label={t('changes.yearLabel')} name="year" chosen={props.year} options={years} />
    </GetForm>
  );
}

/** Says in words which releases are compared. `since`: the day that was asked for. */
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

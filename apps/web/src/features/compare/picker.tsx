import { FIRST_YEAR, LAST_YEAR } from '@qadam/domain';
import { getRouteApi } from '@tanstack/react-router';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaMark } from '../../charts/marker.tsx';
import { Dialog } from '../../desk/dialog.tsx';
import { defaultOption, useFormOf } from '../../ui/use-form-of.ts';
import { YearsRefused } from '../../ui/years-refused.tsx';
import {
  type CompareData,
  type CompareView,
  type Shown,
  countriesOf,
  MAX_INDICATORS,
} from './view.ts';
import styles from './picker.module.css';

const root = getRouteApi('__root__');

type Props = Shown & { change: (view: CompareView) => void };

/**
 * The choice of what is compared, beside the charts. On a phone a button with the current choice opens it over the
 * whole screen. Without a script it is always shown in the page.
 */
export function Picker(props: Props) {
  const { t } = useTranslation('compare');
  const [open, setOpen] = useState(false);
  const { names, view } = props;
  const texts = [
    view.indicators.join(', '),
    view.areas.map((code) => names[code]).join(', '),
    ...(view.years === null ? [] : [`${view.years.from}–${view.years.to}`]),
  ].join(' · ');
  return (
    <div className="no-print">
      <button type="button" className={styles.open} onClick={() => setOpen(true)}>
        <strong>{t('choose')}</strong> <span>{texts}</span>
      </button>
      <div className={styles.beside}>
        <PickerForm {...props} />
      </div>
      {open && (
        <Dialog sheet title={t('choose')} onClose={() => setOpen(false)}>
          <PickerForm {...props} close={() => setOpen(false)} />
        </Dialog>
      )}
    </div>
  );
}

/** A plain form with GET. With a script, defaults are left out of the address. */
function PickerForm(props: Props & { close?: () => void }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation(['compare', 'public']);
  const { data, names, view, search, change, close } = props;
  const address = JSON.stringify(search);
  const form = useFormOf(address);
  /** The address that was shown when years were refused. */
  const [refusedAt, setRefusedAt] = useState<string | null>(null);
  const refused = refusedAt === address;
  const note = useId();
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    const texts = (name: string) =>
      sent.getAll(name).filter((text): text is string => typeof text === 'string' && text !== '');
    const typed = texts('t');
    const [from = NaN, to = NaN] = typed.map(Number);
    const wrong = typed.length > 0 && !(from < to);
    setRefusedAt(wrong ? address : null);
    if (wrong) return;
    close?.();
    change({
      ...view,
      indicators: [...new Set(texts('i'))],
      areas: countriesOf(data).filter((code) => texts('c').includes(code)),
      years: typed.length > 0 ? { from, to } : null,
    });
  };
  return (
    <form
      ref={form}
      method="get"
      action={`/${lang}/compare`}
      onSubmit={submit}
      className={styles.form}
    >
      <fieldset>
        <legend>{t('indicators', { most: MAX_INDICATORS })}</legend>
        {Array.from({ length: MAX_INDICATORS }, (_, place) => (
          <label key={place}>
            <span className="visually-hidden">{t('indicatorAt', { place: place + 1 })}</span>
            <IndicatorSelect data={data} chosen={view.indicators[place] ?? ''} />
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('countries')}</legend>
        {countriesOf(data).map((code) => (
          <label key={code} className={styles.check}>
            <input
              type="checkbox"
              name="c"
              value={code}
              defaultChecked={view.areas.includes(code)}
            />
            <AreaMark area={code} /> {names[code]}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.years}>
        <legend>{t('years')}</legend>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {t(end)}
            <input
              type="number"
              name="t"
              inputMode="numeric"
              min={FIRST_YEAR}
              max={LAST_YEAR}
              defaultValue={view.years?.[end]}
              aria-invalid={refused}
              aria-describedby={refused ? note : undefined}
            />
          </label>
        ))}
        {refused && <YearsRefused id={note} className={styles.refused} />}
      </fieldset>
      {(['view', 'align', 'scale', 'y', 'release'] as const).map(
        (name) =>
          search[name] !== undefined && (
            <input key={name} type="hidden" name={name} value={search[name]} />
          ),
      )}
      <div className={styles.end}>
        <button type="submit" className="button">
          {t('show')}
        </button>
        {close && (
          <button type="button" className={styles.close} onClick={close}>
            {t('public:keys.close')}
          </button>
        )}
      </div>
    </form>
  );
}

/** All indicators, grouped by their first action; those of no action come last. */
function IndicatorSelect({ data, chosen }: { data: CompareData; chosen: string }) {
  const { t } = useTranslation('compare');
  const groups = [
    ...data.actions.map(({ code, title }) => ({ code, title: `${code} ${title.text}` })),
    { code: null, title: t('context') },
  ];
  return (
    <select name="i" ref={defaultOption(chosen)} defaultValue={chosen}>
      <option value="">{t('none')}</option>
      {groups.map((group) => (
        <optgroup key={group.code} label={group.title}>
          {data.choices
            .filter(({ action }) => action === group.code)
            .map(({ code, name, known }) => (
              <option key={code} value={code}>
                {code} {name.text}
                {known === 0 && ` (${t('unreported')})`}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}

import { getRouteApi, Link } from '@tanstack/react-router';
import { useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Names } from '../../ui/area-names.ts';
import { CopyField } from '../../ui/share/copy-field.tsx';
import { AreaMark } from '../../charts/marker.tsx';
import { observedValue } from '../../charts/curve.ts';
import { useChartText } from '../../charts/use-chart-text.ts';
import { stringifySearch, without } from '../../app/search.ts';
import { Hidden } from '../../ui/hidden.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { partText } from '../../ui/part-text.ts';
import { type IndicatorData, wordsOf } from './indicator-data.ts';
import { type Receipt, receiptKey } from './receipt.tsx';
import { ReceiptFacts } from './receipt-facts.tsx';
import styles from './receipt.module.css';

const root = getRouteApi('__root__');
const route = getRouteApi('/$lang/indicators/$code');

/** One number with everything that the release froze about it. It has an address of its own, and is part of the page without JavaScript too. */
export function ReceiptDialog(props: { data: IndicatorData; receipt: Receipt; names: Names }) {
  const { data, names, receipt } = props;
  const { series, value, part } = receipt;
  const { lang, origin } = root.useRouteContext();
  const { t } = useTranslation();
  const text = useChartText(data.indicator);
  const search = without(route.useSearch(), 'receipt');
  const navigate = route.useNavigate();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.close(); // the document brought it open beside the page; it is opened again as a modal, with the focus inside
    element?.showModal();
    heading.current?.focus(); // so that a screen reader starts at its beginning, not at the first link
    return () => element?.close();
  }, []);
  const address = `${origin}/${lang}/indicators/${data.indicator.code}${stringifySearch({
    receipt: receiptKey(series.area, value),
    release: data.release.number,
  })}`;
  return (
    <dialog
      open
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault(); // whether it is open depends on the address
        void navigate({ search, resetScroll: false });
      }}
    >
      <p className="note">{t('receipt.title')}</p>
      <h2 id={title} ref={heading} tabIndex={-1}>
        <AreaMark area={series.area} /> {names[series.area]}, {value.year}:{' '}
        {value.obsStatus === 'Q' ? (
          <Hidden />
        ) : value.value === null ? (
          text.absent(observedValue(value))
        ) : (
          <data value={value.value}>{text.value(value.value)}</data>
        )}
      </h2>
      <p>
        <LocalText of={data.indicator.name} />
        {part && ` · ${partText(t, value, wordsOf(data))}`}
      </p>
      <ReceiptFacts data={data} receipt={receipt} names={names} />
      <CopyField label={t('receipt.address')} text={address} />
      <p>
        <Link
          to="/$lang/about/report"
          params={{ lang }}
          search={{ about: address.slice(`${origin}/${lang}/`.length) }}
        >
          {t('receipt.report')}
        </Link>
      </p>
      <p className={styles.foot}>
        <Link
          from="/$lang/indicators/$code"
          to="."
          search={search}
          resetScroll={false}
          className="button"
        >
          {t('receipt.close')}
        </Link>
      </p>
    </dialog>
  );
}

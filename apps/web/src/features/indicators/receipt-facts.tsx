import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { openWord } from '../../charts/reading-text.ts';
import { type ChartText, useChartText } from '../../charts/use-chart-text.ts';
import type { Names } from '../../ui/area-names.ts';
import { licenceText, OWN_LICENCE } from '../../ui/licence-text.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { SourceTitle } from '../../ui/source-link.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { IndicatorData, IndicatorSeries } from './indicator-data.ts';
import { type IndicatorValue, type Receipt, SourceName } from './receipt.tsx';
import styles from './receipt.module.css';
import { Hidden } from '../../ui/hidden.tsx';

/** The reporting body; values of an early release may name a document only. */
const ownSource = ({ body, sourceText }: Receipt['value']): string | null =>
  body?.text ?? sourceText;

/** Body, document, dates, people by role, method, marks, revisions and competing values. A hidden value has none of these. */
export function ReceiptFacts(props: { data: IndicatorData; receipt: Receipt; names: Names }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useChartText(props.data.indicator);
  const { data, receipt, names } = props;
  const { series, value, part } = receipt;
  if (value.obsStatus === 'Q') return <p>{t('receipt.hidden')}</p>;
  const source = data.sources.find(({ id }) => id === value.source);
  const cut = series.breaks.find(({ year }) => year === value.year);
  const others = part ? [] : series.alternatives.filter(({ year }) => year === value.year);
  const word = openWord(value.obsStatus);
  const reported = value.via === 'ENTRY' || value.via === 'IMPORT';
  const facts: [string, ReactNode][] = [
    [t('receipt.body'), source?.publisher ?? ownSource(value) ?? t('receipt.unnamed')],
    [
      t('receipt.document'),
      source ? (
        <>
          <SourceTitle of={source} />
          <small className={styles.small}>
            {t('receipt.licence', { licence: licenceText(t, source.licence).text })}
          </small>
        </>
      ) : (
        ownSource(value) !== null && (
          <>
            {value.body !== null && value.sourceText}
            <small className={styles.small}>{t('receipt.licence', { licence: OWN_LICENCE })}</small>
          </>
        )
      ),
    ],
    [t('receipt.period'), value.period !== null && format.date(value.period)],
    [
      t('receipt.entered'),
      [
        t(reported ? 'receipt.byReporter' : 'receipt.bySource', { country: names[series.area] }),
        value.submittedOn !== null &&
          t('receipt.submittedOn', { date: format.date(value.submittedOn) }),
      ]
        .filter((line) => line !== false)
        .join(' · '),
    ],
    [
      t('receipt.approved'),
      value.approvedOn !== null && t('receipt.byOfficer', { date: format.date(value.approvedOn) }),
    ],
    [
      t('receipt.computed'),
      value.numerator !== null &&
        value.denominator !== null &&
        `${format.number(value.numerator)} / ${format.number(value.denominator)}`,
    ],
    [
      t('receipt.method'),
      value.note !== null && value.note.text !== '' && <LocalText of={value.note} />,
    ],
    [t('receipt.mark'), word !== null && t(`chart.status.${word}`)],
    [
      t('receipt.break'),
      cut && (
        <>
          {t('indicator.breakNote')} <LocalText of={cut.note} />
        </>
      ),
    ],
    [t('receipt.released'), t('receipt.since', { number: value.since, now: data.release.number })],
    [
      t('receipt.revisions'),
      value.earlier.length > 0 ? (
        <EarlierValues value={value} text={text} />
      ) : value.revision !== null && value.revision > 1 ? (
        t('indicator.revised', { count: value.revision - 1 })
      ) : (
        t('receipt.neverRevised')
      ),
    ],
    [
      t('receipt.others'),
      others.length > 0 && <OtherValues others={others} data={data} text={text} />,
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, texts]) => texts !== false && texts !== null && texts !== undefined)
        .map(([name, texts]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{texts}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What earlier releases showed in this place, and why it changed. */
function EarlierValues({ value, text }: { value: IndicatorValue; text: ChartText }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {reasonOf(t, value).map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <ul className={styles.list}>
        {value.earlier.map((earlier) => (
          <li key={earlier.release}>
            {t('receipt.in', {
              number: earlier.release,
              date: format.date(earlier.publishedOn),
            })}{' '}
            {earlier.obsStatus === 'Q' ? (
              <Hidden />
            ) : earlier.value === null ? (
              t('figure.notReported')
            ) : (
              text.value(earlier.value)
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Other official figures for the same year, and why this one was chosen. */
function OtherValues(props: {
  others: IndicatorSeries['alternatives'];
  data: IndicatorData;
  text: ChartText;
}) {
  return (
    <ul className={styles.list}>
      {props.others.map((other) => (
        <li key={`${other.source} ${other.value}`}>
          <strong>{props.text.value(other.value)}</strong>{' '}
          <SourceName source={props.data.sources.find(({ id }) => id === other.source)} />
          <small className={styles.small}>
            <LocalText of={other.note} /> <LocalText of={other.chosen} />
          </small>
        </li>
      ))}
    </ul>
  );
}

const reasons = ['NEW_SOURCE', 'CORRECTION', 'DEFINITION', 'COVERAGE'] as const;
/** Why a value was revised, where a reason was given. */
export const reasonOf = (t: TFunction, { reason }: Pick<IndicatorValue, 'reason'>): string[] =>
  reason !== null && isReason(reason) ? [t(`reason.${reason}`)] : [];

const isReason = (reason: string): reason is (typeof reasons)[number] =>
  reasons.some((known) => known === reason);

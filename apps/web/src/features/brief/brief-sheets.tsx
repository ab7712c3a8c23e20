import { countSteps } from '@qadam/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamesOf, type Names } from '../../ui/area-names.ts';
import { Answer } from '../../ui/answer.tsx';
import { Legend } from '../../ui/legend.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { licenceText } from '../../ui/licence-text.ts';
import { answerParts } from '../../ui/answer-parts.ts';
import { signedPoints } from '../../ui/signed-points.ts';
import { useFormat } from '../../ui/use-format.ts';
import { BriefChart } from './brief-chart.tsx';
import { countedRows, movesOf, type Brief, type BriefChanges } from './brief-data.ts';
import type { BriefIndicatorFragment } from './brief.generated.ts';
import { BriefMatrix } from './brief-matrix.tsx';
import styles from './brief-sheets.module.css';

/** How many changes are listed one by one; the others are only counted. */
const TOLD = 4;

interface BriefProps {
  brief: Brief;
  changes: BriefChanges;
  charts: readonly BriefIndicatorFragment[];
  /** Permanent address of this brief in this release. */
  url: string;
}

/** Two sheets of A4: first how far the actions are and what changed; then three charts, method and sources. */
export function BriefSheets(props: BriefProps) {
  const { t } = useTranslation(['public', 'brief', 'levels']);
  const { t: tl } = useTranslation('levels');
  const { brief, charts } = props;
  const counted = countedRows(brief);
  const answer = answerParts(
    tl,
    countSteps(counted.flatMap(({ cells }) => cells.map(({ level }) => level))),
    brief.country === null ? { actions: counted.length, areas: brief.areas.length } : null,
  );
  const names = useNamesOf(brief.areas);
  const licences = [
    ...new Set(charts.flatMap(({ series }) => series.flatMap((one) => one.licences))),
  ];
  return (
    <div className={styles.paper} data-brief="">
      <Sheet {...props} page={1}>
        <h1>{t('brief:title', { area: brief.country?.name.text ?? t('scorecard.allFour') })}</h1>
        <p className="soft">{t('footer.proposals')}</p>
        <Answer parts={answer} />
        <BriefMatrix brief={brief} />
        <Legend />
        <Changed {...props} names={names} />
        <section>
          <h2>{t('brief:note')}</h2>
          <p>
            <LocalText of={brief.release.note} />
          </p>
        </section>
      </Sheet>
      <Sheet {...props} page={2}>
        <h2>{t('brief:charts')}</h2>
        {charts.length === 0 && <p>{t('brief:noCharts')}</p>}
        {charts.map((of) => (
          <BriefChart
            key={of.indicator.code}
            of={of}
            release={brief.release}
            country={brief.country?.code ?? null}
            names={names}
          />
        ))}
        <section className={styles.box}>
          <h2>{t('brief:method')}</h2>
          <p>
            {t('levels:table.percent')} {t('levels:table.steps')} {t('brief:pace')}{' '}
            {t('legend.noRanking')}
          </p>
          <p>
            {licences.length > 0 &&
              `${t('brief:licences', { list: licences.map((licence) => licenceText(t, licence).text).join('; ') })} `}
            {t('footer.licence')}
          </p>
        </section>
      </Sheet>
    </div>
  );
}

function Sheet({ brief, url, page, children }: BriefProps & { page: number; children: ReactNode }) {
  const { t } = useTranslation(['public', 'brief', 'levels']);
  const format = useFormat();
  const { release } = brief;
  return (
    <section className={styles.sheet} aria-label={t('brief:pageOf', { page })} data-sheet="">
      <p className={styles.head}>
        <strong>{t('site.name')}</strong> {t('site.tagline')}
      </p>
      <div className={styles.body}>{children}</div>
      <p className={styles.foot}>
        <span>
          {t('releases.one', { number: release.number })} · {format.date(release.publishedAt)} ·{' '}
          {t('releases.asOf', { year: release.asOfYear })} · {t('releases.methodVersion')}{' '}
          {release.methodVersion} · SHA-256 {release.contentHash.slice(0, 12)}…
        </span>
        <span>
          {url} · {t('brief:pageOf', { page })}
        </span>
      </p>
    </section>
  );
}

function Changed({ brief, changes, names }: BriefProps & { names: Names }) {
  const { t } = useTranslation(['public', 'brief', 'levels']);
  const format = useFormat();
  const moves = movesOf(brief.rows);
  const from = changes?.from?.number;
  if (!changes || from === undefined)
    return <p>{t('changes.first', { to: brief.release.number })}</p>;
  // unchanged values are no news
  const counts = changes.counts
    .filter(({ class: kind, count }) => count > 0 && kind !== 'UNCHANGED')
    .map(
      ({ class: kind, count }) =>
        `${t(`change.${kind as 'NEW'}`)}: ${format.number(String(count))}`,
    );
  return (
    <section>
      <h2>{t('overview.changes', { number: from })}</h2>
      <p>{counts.length === 0 ? t('changes.none') : counts.join(' · ')}</p>
      <ul className={styles.moves}>
        {moves.slice(0, TOLD).map(({ action, area, kind, points }) => {
          const by = signedPoints(format, points);
          return (
            <li key={`${action.code} ${area}`}>
              {action.code} <LocalText of={action.title} />
              {area !== brief.country?.code && `, ${names[area] ?? ''}`}:{' '}
              {t(`change.${kind}`).toLocaleLowerCase()}
              {by !== null && `, ${t('levels:points', { points: by })}`}
            </li>
          );
        })}
        {moves.length > TOLD && (
          <li>{t('brief:more', { number: format.number(String(moves.length - TOLD)) })}</li>
        )}
      </ul>
    </section>
  );
}

/** Buttons for the screen only: to print, and to go back to the page that the brief belongs to. */
export function PrintBar({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['public', 'brief', 'levels']);
  return (
    <p className={`${styles.bar ?? ''} no-print`}>
      <button type="button" className="button" onClick={() => print()}>
        {t('brief:print')}
      </button>
      {children}
    </p>
  );
}

import { STATUSES_SORTED } from '@qadam/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Arrow } from '../../ui/arrow.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { toneClass } from '../../ui/tone.ts';
import { licenceText } from '../../ui/licence-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { BriefChart } from './brief-chart.tsx';
import { countedRows, countsOf, movesOf, type Brief, type BriefChanges } from './brief-data.ts';
import type { BriefIndicatorFragment } from './brief.generated.ts';
import { ScorecardStrip } from './scorecard-strip.tsx';
import styles from './brief-sheets.module.css';

/** Changes that are told one by one; the rest is counted. */
const TOLD = 4;

export interface BriefProps {
  brief: Brief;
  changes: BriefChanges;
  charts: readonly BriefIndicatorFragment[];
  /** Permanent address of this brief in this release. */
  url: string;
}

/** Two sheets of A4: where the actions stand and what changed; three charts, method, sources. */
export function BriefSheets(props: BriefProps) {
  const { t } = useTranslation(['public', 'brief']);
  const { brief, charts } = props;
  const names = Object.fromEntries(brief.areas.map(({ code, name }) => [code, name.text]));
  const all = { ...names, CA4: t('scorecard.allFour') };
  const licences = [
    ...new Set(charts.flatMap(({ series }) => series.flatMap((one) => one.licences))),
  ];
  return (
    <div className={styles.paper} data-brief="">
      <Sheet {...props} page={1}>
        <h1>{titleOf(t, brief)}</h1>
        <p className={styles.lead}>{t('footer.proposals')}</p>
        <Counts brief={brief} />
        <ScorecardStrip brief={brief} />
        <Changed {...props} names={all} />
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
            names={all}
          />
        ))}
        <section className={styles.box}>
          <h2>{t('brief:method')}</h2>
          <p>
            {t('brief:pace')} {t('legend.noRanking')}
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

type T = ReturnType<typeof useTranslation<['public', 'brief']>>['t'];

function titleOf(t: T, { country }: Pick<Brief, 'country'>): string {
  return t('brief:title', { area: country?.name.text ?? t('scorecard.allFour') });
}

function Sheet({ brief, url, page, children }: BriefProps & { page: number; children: ReactNode }) {
  const { t } = useTranslation(['public', 'brief']);
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

/** How many cells stand where, in the order of legends, and how much can be judged at all. */
function Counts({ brief }: { brief: Brief }) {
  const { t } = useTranslation(['public', 'brief']);
  const rows = countedRows(brief);
  const counts = countsOf(rows);
  const cells = rows.flatMap((row) => row.cells);
  const assessed = cells.reduce((sum, { coverage }) => sum + coverage.assessed, 0);
  const total = cells.reduce((sum, { coverage }) => sum + coverage.total, 0);
  return (
    <>
      <ul className={styles.counts}>
        {STATUSES_SORTED.filter((status) => counts.has(status)).map((status) => (
          <li key={status} className={toneClass(status)}>
            <strong>{counts.get(status)}</strong>
            <span>
              <Glyph status={status} /> {t(`status.${status}`)}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('brief:assessed', { assessed, total })}</p>
    </>
  );
}

function Changed({
  brief,
  changes,
  names,
}: BriefProps & { names: Readonly<Record<string, string>> }) {
  const { t } = useTranslation(['public', 'brief']);
  const moves = movesOf(brief.rows);
  const from = changes?.from?.number;
  if (!changes || from === undefined)
    return <p>{t('changes.first', { to: brief.release.number })}</p>;
  // what stayed as it was is no news
  const counts = changes.counts
    .filter(({ class: kind, count }) => count > 0 && kind !== 'UNCHANGED')
    .map(({ class: kind, count }) => `${t(`change.${kind as 'NEW'}`)}: ${count}`);
  return (
    <section>
      <h2>{t('overview.changes', { number: from })}</h2>
      <p>{counts.length === 0 ? t('changes.none') : counts.join(' · ')}</p>
      <ul className={styles.moves}>
        {moves.slice(0, TOLD).map(({ action, cell, from: before }) => (
          <li key={`${action.code} ${cell.area}`}>
            {action.code} <LocalText of={action.title} />
            {cell.area !== brief.country?.code && `, ${names[cell.area] ?? ''}`}:{' '}
            {t(`status.${before}`)} <Arrow /> {t(`status.${cell.status}`)}
          </li>
        ))}
        {moves.length > TOLD && <li>{t('brief:more', { number: moves.length - TOLD })}</li>}
      </ul>
    </section>
  );
}

/** What works only on a screen: to paper, and back to the page it belongs to. */
export function PrintBar({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['public', 'brief']);
  return (
    <p className={`${styles.bar ?? ''} no-print`}>
      <button type="button" className="button" onClick={() => print()}>
        {t('brief:print')}
      </button>
      {children}
    </p>
  );
}

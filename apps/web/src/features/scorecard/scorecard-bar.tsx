import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, type SearchOf, stringifySearch } from '../../app/search.ts';
import { BarItem } from '../../charts/chart-bar.tsx';
import bar from '../../charts/chart-bar.module.css';
import { DownloadList } from '../../charts/download-list.tsx';
import { DropPanel } from '../../ui/drop-panel.tsx';
import { MeetingSource } from '../../ui/meeting-source.tsx';
import { Share } from '../../ui/share/share.tsx';
import { useFactText } from '../../ui/use-fact-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useLevelText } from '../../ui/use-level-text.ts';
import styles from '../../ui/page-line.module.css';
import { ViewForm } from '../../ui/view-form.tsx';
import { YearField } from '../../ui/year-field.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import type { Row, ScorecardData } from './steps.ts';
import { exportCsvCell } from '@qadam/domain';
import { csvText } from '../../charts/csv-text.ts';

const root = getRouteApi('__root__');

/** Below the answer in one line: its year, what changed, how to read it, and downloads. */
export function ScorecardBar(props: {
  data: ScorecardData;
  rows: readonly Row[];
  search: SearchOf<'scorecard'>;
  /** The answer in words. */
  takeaway: string;
}) {
  const { lang, origin } = root.useRouteContext();
  const navigate = root.useNavigate();
  const { t } = useTranslation(['public', 'levels']);
  const format = useFormat();
  const text = useLevelText();
  const factText = useFactText();
  const { data, rows, search } = props;
  const { release, year } = data;
  const url = `${origin}/${lang}${stringifySearch({ ...search, release: release.number })}`;
  const facts = {
    name: 'scorecard',
    title: t('overview.title'),
    takeaway: props.takeaway,
    subtitle: `${t('releases.one', { number: release.number })} · ${t('releases.asOf', { year })}`,
    source: t('scorecard.source'),
    open: 0,
    url,
  };
  const areas = data.areas.filter(({ code }) => code !== 'CA4');
  return (
    <div className={`${bar.bar ?? ''} ${styles.line ?? ''}`} data-scorecard-bar="" id="link">
      <ViewForm
        label={t('filters.form')}
        action={`/${lang}`}
        search={search}
        own={['year']}
        apply={(sent) =>
          void navigate({
            to: '/$lang',
            params: { lang },
            search: keep('scorecard', Object.fromEntries(sent)),
            resetScroll: false,
          })
        }
      >
        <YearField year={year} firstYear={data.firstYear} asOf={release.asOfYear} />
        <noscript>
          <button type="submit">{t('map.submit')}</button>
        </noscript>
      </ViewForm>
      <span className={styles.way}>
        <PageLink to="/$lang/releases/$number" params={{ number: release.number }}>
          {t('releases.one', { number: release.number })}
        </PageLink>
        {!release.latest && <>&nbsp;· {t('releases.frozen')}</>}
      </span>
      {release.previous !== null && (
        <PageLink
          className={styles.way}
          to="/$lang/changes"
          search={{ from: release.previous, to: release.number }}
        >
          {t('nav.changes')}
        </PageLink>
      )}
      <BarItem title={t('levels:table.read')}>
        <p>{t('overview.lead')}</p>
        <p>
          {t('levels:table.percent')} {t('levels:table.tail')} {t('levels:table.steps')}
        </p>
        <p>{t('legend.noRanking')}</p>
        <p>
          {t('legend.more')} <PageLink to="/$lang/about/methods">{t('legend.link')}</PageLink>
          {' · '}
          <MeetingSource />
        </p>
      </BarItem>
      <DropPanel title={t('chart.download')} what="download">
        <DownloadList
          facts={facts}
          csv={() => scorecardCsv(rows, year, factText)}
          files={[
            {
              label: t('scorecard.allValues'),
              href: `/data/all.csv?release=${release.number}&lang=${lang}`,
            },
          ]}
          picture={async (kind) => {
            const [{ pictureOf }, { scorecardDrawing }] = await Promise.all([
              import('../../charts/picture/take-picture.ts'),
              import('./scorecard-picture.ts'),
            ]);
            return pictureOf(scorecardDrawing(text, factText, rows, areas), facts, kind);
          }}
        />
        <p>
          <PageLink to="/$lang/brief/$area" params={{ area: 'region' }}>
            {t('nav.brief')}
          </PageLink>
        </p>
      </DropPanel>
      <Share
        title={facts.title}
        url={url}
        citation={t('chart.citation', {
          name: facts.title,
          number: release.number,
          date: format.date(release.publishedAt),
          url,
        })}
      />
    </div>
  );
}

const columns = [
  'action',
  'title',
  'area',
  'as_of_year',
  'level_word',
  'level_percent',
  'low_percent',
  'high_percent',
  'parts_known',
  'parts_total',
  'movement',
  'movement_points',
  'fact',
] as const;

/** The table as a file, a line a step, with the codes of the API; the fact in words. What is not known is empty, never 0. */
export function scorecardCsv(
  rows: readonly Row[],
  year: number,
  factText: (fact: Row['cells'][number]['fact']) => string,
): string {
  const lines = rows.flatMap(({ action, cells }) =>
    cells.map(({ area, level, fact }) => [
      action.code,
      exportCsvCell({ value: action.title.text }).cell,
      area,
      String(year),
      level.word,
      level.percent?.toString() ?? '',
      ...(level.percent === null ? ['', ''] : [String(level.low), String(level.high)]),
      String(level.known),
      String(level.total),
      level.movement,
      level.points ?? '',
      fact === null ? '' : exportCsvCell({ value: factText(fact) }).cell,
    ]),
  );
  return csvText([columns, ...lines]);
}

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
import { YearLine } from '../../ui/year-line.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { scorecardCsv } from './scorecard-csv.ts';
import type { Row, ScorecardData } from './steps.ts';

const route = getRouteApi('/$lang/');

/** Below the answer, in one line: the year, what changed, how to read the table, and downloads. */
export function ScorecardBar(props: {
  data: ScorecardData;
  rows: readonly Row[];
  search: SearchOf<'scorecard'>;
  /** The answer in words. */
  takeaway: string;
}) {
  const { lang, origin } = route.useRouteContext();
  const navigate = route.useNavigate();
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
      <YearLine
        data={data}
        path=""
        search={search}
        apply={(sent) => void navigate({ search: keep('scorecard', sent), resetScroll: false })}
      />
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

import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stringifySearch, type SearchOf } from '../../app/search.ts';
import { BarItem } from '../../charts/chart-bar.tsx';
import bar from '../../charts/chart-bar.module.css';
import { CopyField } from '../../ui/share/copy-field.tsx';
import { DownloadList } from '../../charts/download-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { countsOf } from './rows-of.ts';
import { scorecardCsv } from './scorecard-csv.ts';
import type { CellView, Row, ScorecardData } from './scorecard.types.ts';

const root = getRouteApi('__root__');

/** The table is its own chart: the same ways out as every chart has, and paper. */
export function ScorecardBar(props: {
  data: ScorecardData;
  rows: readonly Row[];
  search: SearchOf<'scorecard'>;
  view: CellView;
}) {
  const { lang, origin } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { data, rows, search } = props;
  const { release } = data;
  const url = `${origin}/${lang}${stringifySearch({ ...search, release: release.number })}`;
  const { total, statuses } = countsOf(rows);
  const counts = statuses.map(({ status, count }) => `${t(`status.${status}`)} ${count}`);
  const facts = {
    name: 'scorecard',
    title: t('overview.title'),
    takeaway: upper(t('scorecard.takeaway', { list: counts.join(', '), total })),
    subtitle: `${t('releases.one', { number: release.number })} · ${t('releases.asOf', { year: data.year })}`,
    source: t('scorecard.source'),
    open: 0,
    url,
  };
  const areas = data.areas.filter(({ code }) => code !== 'CA4');
  return (
    <div className={bar.bar} data-scorecard-bar="" id="link">
      <BarItem title={t('chart.download')}>
        <DownloadList
          facts={facts}
          csv={() => scorecardCsv(rows, data.year)}
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
            return pictureOf(scorecardDrawing(t, format, rows, areas, props.view), facts, kind);
          }}
        />
      </BarItem>
      <BarItem title={t('chart.link')}>
        <CopyField label={t('chart.linkLabel')} text={url} />
      </BarItem>
      <BarItem title={t('chart.cite')}>
        <CopyField
          label={t('chart.citeLabel')}
          text={t('chart.citation', {
            name: facts.title,
            number: release.number,
            date: format.date(release.publishedAt),
            url,
          })}
        />
      </BarItem>
      <button type="button" className={`${bar.print ?? ''} no-print`} onClick={() => print()}>
        {t('scorecard.print')}
      </button>
    </div>
  );
}

const upper = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

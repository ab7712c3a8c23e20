import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { csvCell } from '@qadam/domain';
import { stringifySearch } from '../../app/search.ts';
import { chartAddresses } from '../../charts/addresses.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import tables from '../../charts/chart-table.module.css';
import { AreaMark } from '../../charts/marker.tsx';
import { type Pair, scatterModel } from '../../charts/scatter/scatter.model.ts';
import { ScatterBox } from '../../charts/scatter/scatter.tsx';
import { shortIndicator, shortUnit } from '../../charts/short-indicator.ts';
import { sourceText } from '../../charts/source-text.ts';
import type { Curve } from '../../charts/curve.ts';
import { useChartText } from '../../charts/use-chart-text.ts';
import type { Names } from '../../ui/area-names.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { type Compared, searchAlone, type Shown } from './view.ts';
import { csvText } from '../../charts/csv-text.ts';

const root = getRouteApi('__root__');

type Drawn = { compared: Compared; curves: readonly Curve[] };

/** The first two numbers of the comparison, plotted against each other. */
export function ScatterCard(props: Shown & { drawn: readonly Drawn[] }) {
  const { lang, origin } = root.useRouteContext();
  const { t } = useTranslation(['public', 'charts', 'compare']);
  const format = useFormat();
  const { names } = props;
  const { release } = props.data;
  const [across, up] = props.drawn.filter(({ compared }) => compared.indicator.kind === 'NUMERIC');
  const xText = useChartText(shortIndicator((across ?? up ?? missing()).compared.indicator));
  const yText = useChartText(shortIndicator((up ?? across ?? missing()).compared.indicator));
  if (!across || !up) return null;
  const model = scatterModel(across.curves, up.curves);
  const name = ({ compared: { indicator } }: Drawn) =>
    `${indicator.name.text}${shortUnit(indicator)}`;
  const title = t('compare:scatter.title', { x: name(across), y: name(up) });
  const newest = model.pairs.filter((pair) => pair.newest);
  const takeaway = [
    newest.length > 0 &&
      t('compare:scatter.latest', {
        list: newest
          .map((pair) =>
            t('compare:scatter.point', {
              country: names[pair.area] ?? pair.area,
              x: xText.valueOrReason(pair.x),
              y: yText.valueOrReason(pair.y),
              year: pair.year,
            }),
          )
          .join('; '),
      }),
    model.without.length > 0 &&
      t('compare:scatter.without', {
        list: model.without.map((area) => names[area] ?? area).join(', '),
      }),
  ]
    .filter((part) => part !== false)
    .join(' ');
  const bodies = [
    ...new Set(
      [across, up].flatMap(({ compared }) =>
        compared.series
          .filter(({ cell }) => model.pairs.some(({ area }) => area === cell.area))
          .flatMap((one) => one.bodies),
      ),
    ),
  ];
  const codes = [across, up].map(({ compared }) => compared.indicator.code);
  const url = `${origin}/${lang}/compare${stringifySearch(searchAlone(props, codes))}`;
  const open = model.pairs.filter(({ x, y }) => x.open || y.open).length;
  return (
    <ChartCard
      level={2}
      facts={{
        name: codes.join('-'),
        title,
        takeaway,
        subtitle: [
          codes.join(' · '),
          [...new Set(model.pairs.map(({ area }) => names[area]))].join(', '),
          t('releases.one', { number: release.number }),
        ].join(' · '),
        source: sourceText(t, format, { bodies, publishedAt: release.publishedAt, open }),
        open,
        url,
      }}
      table={
        <PairTable
          pairs={model.pairs}
          caption={t('chart.tableOf', { title })}
          names={names}
          heads={[name(across), name(up)]}
          say={[xText.valueOrReason, yText.valueOrReason]}
        />
      }
      csv={() => scatterCsv(codes, model.pairs)}
      files={codes.flatMap((code) =>
        chartAddresses(t, { origin, lang, code, release: release.number }).files.map((file) => ({
          ...file,
          label: `${code} · ${file.label}`,
        })),
      )}
      citation={t('chart.citation', {
        name: title,
        number: release.number,
        date: format.date(release.publishedAt),
        url,
      })}
      definition={[across, up].map(({ compared }) => (
        <p key={compared.indicator.code}>
          <LocalText of={compared.definition} />
        </p>
      ))}
    >
      <ScatterBox
        model={model}
        x={{ name: name(across), indicator: shortIndicator(across.compared.indicator) }}
        y={{ name: name(up), indicator: shortIndicator(up.compared.indicator) }}
        names={names}
        title={title}
        description={takeaway}
      />
    </ChartCard>
  );
}

function missing(): never {
  throw new Error('Nothing can be laid against each other.');
}

function PairTable(props: {
  pairs: readonly Pair[];
  caption: string;
  names: Names;
  heads: readonly [string, string];
  say: readonly [(point: Pair['x']) => string, (point: Pair['x']) => string];
}) {
  const { t } = useTranslation();
  const { pairs, caption, names, heads, say } = props;
  if (pairs.length === 0) return <p className={tables.none}>{t('chart.nothingDrawn')}</p>;
  return (
    <div className={tables.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={tables.year}>
              {t('chart.countries')}
            </th>
            <th scope="col">{t('chart.year')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className={tables.first}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={`${pair.area} ${pair.year}`}>
              <th scope="row">
                <AreaMark area={pair.area} /> {names[pair.area]}
              </th>
              <td>{pair.year}</td>
              {([pair.x, pair.y] as const).map((point, i) => (
                <td key={i === 0 ? 'x' : 'y'} className={tables.first}>
                  <data value={point.value ?? ''}>{(i === 0 ? say[0] : say[1])(point)}</data>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The marks of the plot as a file: a line for each country and year with both values. */
function scatterCsv(codes: readonly string[], pairs: readonly Pair[]): string {
  const [x = 'x', y = 'y'] = codes.map(csvCell);
  const head = ['area', 'year', x, `${x}_status`, y, `${y}_status`];
  const lines = pairs.map((pair) => [
    pair.area,
    String(pair.year),
    pair.x.value ?? '',
    pair.x.status,
    pair.y.value ?? '',
    pair.y.status,
  ]);
  return csvText([head, ...lines]);
}

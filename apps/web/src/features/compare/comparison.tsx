import { isComparable } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { scaleOf } from '../../charts/multiples/multiples.model.ts';
import { type Caution, cautions, comparedCurve, spanOf } from './comparability.ts';
import {
  canScatter,
  type CompareData,
  type CompareSearch,
  type CompareView,
  type Names,
  searchOf,
} from './view.ts';
import { ComparedCard } from './compared-card.tsx';
import { Picker } from './picker.tsx';
import { ScatterCard } from './scatter-card.tsx';
import styles from './comparison.module.css';
import { ChoiceGroup, chosen } from '../../ui/choice-group.tsx';
import { PageLink } from '../../ui/page-link.tsx';

interface Props {
  data: CompareData;
  names: Names;
  view: CompareView;
  search: CompareSearch;
  change: (view: CompareView) => void;
}

/** The picker, how it is drawn, what to know before comparing, and a chart per indicator. */
export function Comparison({ data, names, view, search, change }: Props) {
  const { t } = useTranslation(['public', 'compare']);
  const drawn = data.indicators.map((compared) => ({
    compared,
    curves: compared.series.flatMap((one) =>
      one.cell.area === 'CA4' || view.areas.includes(one.cell.area)
        ? (comparedCurve(one, view) ?? [])
        : [],
    ),
  }));
  const all = drawn.flatMap(({ curves }) => curves);
  const span = spanOf(all, view, data.release.asOfYear);
  const shared = view.scale === 'progress' && !view.own ? scaleOf(all) : undefined;
  return (
    <div className={styles.page}>
      <Picker data={data} names={names} view={view} search={search} change={change} />
      <div className={styles.charts}>
        <Choices data={data} view={view} search={search} />
        {view.draw === 'multiples' && <p className="soft">{scaleSentence(t, view)}</p>}
        <CautionList
          list={cautions(drawn, view, data.release.methodVersion)}
          data={data}
          names={names}
          view={view}
          search={search}
        />
        {view.draw === 'scatter' && (
          <ScatterCard data={data} names={names} view={view} search={search} drawn={drawn} />
        )}
        {view.draw !== 'scatter' &&
          drawn.map(({ compared, curves }) => (
            <ComparedCard
              key={compared.indicator.code}
              data={data}
              compared={compared}
              curves={curves}
              names={names}
              view={view}
              search={search}
              span={span}
              scale={shared}
              apart={view.scale === 'value' && !isComparable(compared.indicator)}
            />
          ))}
      </div>
    </div>
  );
}

type T = ReturnType<typeof useTranslation<['public', 'compare']>>['t'];

function scaleSentence(t: T, { scale, own }: CompareView): string {
  if (own) return t('multiples.ownNow');
  return t(scale === 'progress' ? 'compare:sameForAll' : 'multiples.sameNow');
}

/** How it is drawn. Links, so that each view can be passed on and needs no script. */
export function Choices(props: { data: CompareData; view: CompareView; search: CompareSearch }) {
  const { t } = useTranslation(['public', 'charts', 'compare']);
  const { data, view, search } = props;
  const choices = [
    {
      name: t('charts:view.label'),
      options: [
        { text: t('charts:view.multiples'), to: { ...view, draw: 'multiples' as const } },
        { text: t('compare:view.joint'), to: { ...view, draw: 'joint' as const } },
        ...(canScatter(data)
          ? [{ text: t('compare:view.scatter'), to: { ...view, draw: 'scatter' as const } }]
          : []),
      ],
    },
    {
      name: t('compare:align.label'),
      options: [
        { text: t('compare:align.calendar'), to: { ...view, align: 'calendar' as const } },
        { text: t('compare:align.baseline'), to: { ...view, align: 'baseline' as const } },
      ],
    },
    {
      name: t('chart.scale.label'),
      options: [
        { text: t('chart.scale.value'), to: { ...view, scale: 'value' as const } },
        { text: t('chart.scale.progress'), to: { ...view, scale: 'progress' as const } },
      ],
    },
    {
      name: t('chart.height.label'),
      options: [
        { text: t('chart.height.same'), to: { ...view, own: false } },
        { text: t('chart.height.own'), to: { ...view, own: true } },
      ],
    },
  ];
  const now = JSON.stringify(view);
  // one plot of all has one scale; against each other two values are laid
  const shown = choices.filter(
    (_, i) => i === 0 || (view.draw !== 'scatter' && (i < 3 || view.draw === 'multiples')),
  );
  return (
    <div className={`${styles.choices ?? ''} no-print`}>
      {shown.map(({ name, options }) => (
        <ChoiceGroup key={name} name={name}>
          {options.map(({ text, to }) => (
            <PageLink
              key={text}
              to="/$lang/compare"
              search={searchOf(to, data, search)}
              resetScroll={false}
              {...chosen(JSON.stringify(to) === now)}
            >
              {text}
            </PageLink>
          ))}
        </ChoiceGroup>
      ))}
    </div>
  );
}

/** Stands above the charts where they may not mean the same. */
export function CautionList(props: {
  list: readonly Caution[];
  data: CompareData;
  names: Names;
  view: CompareView;
  search: CompareSearch;
}) {
  const { t } = useTranslation('compare');
  const { list, names, view } = props;
  if (list.length === 0) return null;
  return (
    <div className={styles.banner} role="note" aria-label={t('caution.title')} data-caution="">
      <strong>{t('caution.title')}</strong>
      <ul>
        {list.map((caution) => (
          <li key={JSON.stringify(caution)}>
            {caution.kind === 'UNITS' && (
              <>
                {t('caution.units')}{' '}
                <PageLink
                  to="/$lang/compare"
                  search={searchOf({ ...view, scale: 'progress' }, props.data, props.search)}
                  resetScroll={false}
                >
                  {t('caution.unitsLink')}
                </PageLink>
              </>
            )}
            {caution.kind === 'METHOD' && t('caution.method', { version: caution.version })}
            {caution.kind === 'BREAK' &&
              t('caution.break', {
                code: caution.code,
                country: names[caution.area] ?? caution.area,
                year: caution.year,
              })}
          </li>
        ))}
      </ul>
    </div>
  );
}

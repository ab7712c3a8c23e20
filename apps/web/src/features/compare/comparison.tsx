import { isComparable } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { scaleOf } from '../../charts/multiples/multiples.model.ts';
import { ChoiceGroup, chosen } from '../../ui/choice-group.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { cautions, comparedCurve, spanOf, type Caution } from './comparability.ts';
import { ComparedCard } from './compared-card.tsx';
import styles from './comparison.module.css';
import { Picker } from './picker.tsx';
import { ScatterCard } from './scatter-card.tsx';
import { canScatter, searchOf, type CompareView, type Shown } from './view.ts';

/** The picker, the choices of drawing, what to know before comparing, and a chart for each indicator. */
export function Comparison({ change, ...shown }: Shown & { change: (view: CompareView) => void }) {
  const { t } = useTranslation(['public', 'compare']);
  const { data, view } = shown;
  const drawn = data.indicators.map((compared) => ({
    compared,
    curves: compared.series.flatMap((one) =>
      one.cell.area === 'CA4' || view.areas.includes(one.cell.area)
        ? (comparedCurve(one, view) ?? [])
        : [],
    ),
  }));
  const all = drawn.flatMap(({ curves }) => curves);
  const progress = view.scale === 'progress';
  const scale = progress && !view.own ? scaleOf(all) : undefined;
  const span = spanOf(all, view, data.release.asOfYear);
  return (
    <div className={styles.page}>
      <Picker {...shown} change={change} />
      <div className={styles.charts}>
        <Choices {...shown} />
        {view.draw === 'multiples' && (
          <p className="soft">
            {view.own
              ? t('multiples.ownNow')
              : t(progress ? 'compare:sameForAll' : 'multiples.sameNow')}
          </p>
        )}
        <CautionList {...shown} list={cautions(drawn, view, data.release.methodVersion)} />
        {view.draw === 'scatter' ? (
          <ScatterCard {...shown} drawn={drawn} />
        ) : (
          drawn.map((one) => (
            <ComparedCard
              key={one.compared.indicator.code}
              {...shown}
              {...one}
              span={span}
              scale={scale}
              apart={!progress && !isComparable(one.compared.indicator)}
            />
          ))
        )}
      </div>
    </div>
  );
}

/** The choices of drawing. They are links, so that each view can be passed on and needs no script. */
function Choices({ data, view, search }: Shown) {
  const { t } = useTranslation(['public', 'charts', 'compare']);
  const choices: {
    name: string;
    options: readonly (readonly [text: string, to: Partial<CompareView>])[];
  }[] = [
    {
      name: t('charts:view.label'),
      options: [
        [t('charts:view.multiples'), { draw: 'multiples' }],
        [t('compare:view.joint'), { draw: 'joint' }],
        ...(canScatter(data) ? [[t('compare:view.scatter'), { draw: 'scatter' }] as const] : []),
      ],
    },
    {
      name: t('compare:align.label'),
      options: [
        [t('compare:align.calendar'), { align: 'calendar' }],
        [t('compare:align.baseline'), { align: 'baseline' }],
      ],
    },
    {
      name: t('chart.scale.label'),
      options: [
        [t('chart.scale.value'), { scale: 'value' }],
        [t('chart.scale.progress'), { scale: 'progress' }],
      ],
    },
    {
      name: t('chart.height.label'),
      options: [
        [t('chart.height.same'), { own: false }],
        [t('chart.height.own'), { own: true }],
      ],
    },
  ];
  const now = JSON.stringify(view);
  // a joint plot has one scale only; a scatter plot shows two values against each other and has no scale to choose
  const offered = { multiples: 4, joint: 3, scatter: 1 }[view.draw];
  return (
    <div className={`${styles.choices ?? ''} no-print`}>
      {choices.slice(0, offered).map(({ name, options }) => (
        <ChoiceGroup key={name} name={name}>
          {options.map(([text, choice]) => {
            const to = { ...view, ...choice };
            return (
              <PageLink
                key={text}
                to="/$lang/compare"
                search={searchOf(to, data, search)}
                resetScroll={false}
                {...chosen(JSON.stringify(to) === now)}
              >
                {text}
              </PageLink>
            );
          })}
        </ChoiceGroup>
      ))}
    </div>
  );
}

/** Warnings above charts that may not be comparable. */
function CautionList({ list, data, names, view, search }: Shown & { list: readonly Caution[] }) {
  const { t } = useTranslation('compare');
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
                  search={searchOf({ ...view, scale: 'progress' }, data, search)}
                  resetScroll={false}
                >
                  {t('caution.unitsLink')}
                </PageLink>
              </>
            )}
            {caution.kind === 'METHOD' && t('caution.method', { version: caution.version })}
            {caution.kind === 'BREAK' &&
              t('caution.break', { ...caution, country: names[caution.area] ?? caution.area })}
          </li>
        ))}
      </ul>
    </div>
  );
}

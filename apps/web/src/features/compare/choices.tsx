import { useTranslation } from 'react-i18next';
import { ChoiceGroup, chosen } from '../../ui/choice-group.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import type { CompareData } from './compare.types.ts';
import { canScatter, searchOf, type CompareSearch, type CompareView } from './view.ts';
import styles from './choices.module.css';

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

import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CompareData } from './compare.types.ts';
import { searchOf, type CompareSearch, type CompareView } from './view.ts';
import styles from './choices.module.css';

const root = getRouteApi('__root__');

/** How it is drawn. Links, so that each view can be passed on and needs no script. */
export function Choices(props: { data: CompareData; view: CompareView; search: CompareSearch }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('compare');
  const { data, view, search } = props;
  const choices = [
    {
      name: t('align.label'),
      options: [
        { text: t('align.calendar'), to: { ...view, align: 'calendar' as const } },
        { text: t('align.baseline'), to: { ...view, align: 'baseline' as const } },
      ],
    },
    {
      name: t('scale.label'),
      options: [
        { text: t('scale.value'), to: { ...view, scale: 'value' as const } },
        { text: t('scale.progress'), to: { ...view, scale: 'progress' as const } },
      ],
    },
    {
      name: t('height.label'),
      options: [
        { text: t('height.same'), to: { ...view, own: false } },
        { text: t('height.own'), to: { ...view, own: true } },
      ],
    },
  ];
  const now = JSON.stringify(view);
  return (
    <div className={`${styles.choices ?? ''} no-print`}>
      {choices.map(({ name, options }) => (
        <div key={name} role="group" aria-label={name} className={styles.choice}>
          <span aria-hidden="true">{name}</span>
          {options.map(({ text, to }) => (
            <Link
              key={text}
              to="/$lang/compare"
              params={{ lang }}
              search={searchOf(to, data, search)}
              resetScroll={false}
              activeProps={{}}
              {...(JSON.stringify(to) === now
                ? { 'aria-current': 'true', className: styles.now }
                : {})}
            >
              {text}
            </Link>
          ))}
        </div>
      ))}
    </div>
  );
}

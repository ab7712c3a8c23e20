import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup, chosen } from '../../ui/choice-group.tsx';
import type { IndicatorData } from './indicator-data.ts';
import {
  offeredScales,
  offeredTabs,
  searchOf,
  type IndicatorSearch,
  type IndicatorView,
} from './view.ts';
import styles from './view-choices.module.css';

const root = getRouteApi('__root__');

/** How the figures are drawn, and on which scale. */
export function ViewChoices(props: {
  data: IndicatorData;
  view: IndicatorView;
  search: IndicatorSearch;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { data, view, search } = props;
  const scales = offeredScales(data);
  const option = (text: string, to: Partial<IndicatorView>, now: boolean) => (
    <Link
      key={text}
      to="/$lang/indicators/$code"
      params={{ lang, code: data.indicator.code }}
      search={searchOf({ ...view, ...to }, data, search)}
      resetScroll={false}
      {...chosen(now)}
    >
      {text}
    </Link>
  );
  return (
    <div className={styles.choices}>
      <ChoiceGroup name={t('chart.tab.label')}>
        {offeredTabs(data).map((tab) => option(t(`chart.tab.${tab}`), { tab }, view.tab === tab))}
      </ChoiceGroup>
      {scales.length > 1 && (
        <ChoiceGroup name={t('chart.scale.label')}>
          {scales.map((scale) =>
            option(t(`chart.scale.${scale}`), { scale }, view.scale === scale),
          )}
        </ChoiceGroup>
      )}
      {view.tab === 'multiples' && view.areas.length > 1 && (
        <ChoiceGroup name={t('chart.height.label')}>
          {[false, true].map((own) =>
            option(t(`chart.height.${own ? 'own' : 'same'}`), { own }, view.own === own),
          )}
        </ChoiceGroup>
      )}
    </div>
  );
}

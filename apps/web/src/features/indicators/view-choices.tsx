import { useTranslation } from 'react-i18next';
import type { IndicatorData } from './indicator-data.ts';
import {
  choose,
  offeredScales,
  offeredTabs,
  searchOf,
  hasOwnScales,
  type IndicatorSearch,
  type IndicatorView,
} from './view.ts';
import styles from './controls.module.css';
import { PageLink } from '../../ui/page-link.tsx';

/** How the figures are drawn. Links, so that each view can be passed on and needs no script. */
export function ViewChoices(props: {
  data: IndicatorData;
  view: IndicatorView;
  search: IndicatorSearch;
}) {
  const { t } = useTranslation(['public', 'charts']);
  const { data, view, search } = props;
  const way = view.scale === 'progress';
  const option = (text: string, to: Partial<IndicatorView>, now: boolean) => (
    <PageLink
      key={text}
      to="/$lang/indicators/$code"
      params={{ code: data.indicator.code }}
      search={searchOf(choose(data, view, to), data, search)}
      resetScroll={false}
      activeProps={{}}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={now ? 'true' : undefined}
    >
      {text}
    </PageLink>
  );
  const tabs = offeredTabs(data, view.areas);
  const scale = 'value' as const;
  return (
    <>
      <div role="group" aria-label={t('charts:view.label')} className={styles.segments}>
        {tabs.map((tab) =>
          option(t(`charts:view.${tab}`), { tab, scale }, view.tab === tab && !way),
        )}
        {offeredScales(data).length > 1 &&
          option(t('charts:view.progress'), { tab: tabs[0] ?? view.tab, scale: 'progress' }, way)}
      </div>
      {view.tab === 'multiples' && view.areas.length > 1 && !hasOwnScales(data, view.areas) && (
        <div role="group" aria-label={t('chart.height.label')} className={styles.segments}>
          {[false, true].map((own) =>
            option(t(`chart.height.${own ? 'own' : 'same'}`), { own }, view.own === own),
          )}
        </div>
      )}
    </>
  );
}

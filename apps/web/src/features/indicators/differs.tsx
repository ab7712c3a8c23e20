import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import type { IndicatorData, IndicatorSeries, Names } from './indicator-data.ts';
import { Parts, useParts } from './parts.tsx';
import { choose, offeredTabs, searchOf, type IndicatorSearch, type IndicatorView } from './view.ts';

/** Below the chart of the whole: how far its parts are apart, and the way to the view of them. */
export function Differs(props: {
  data: IndicatorData;
  series: readonly IndicatorSeries[];
  names: Names;
  view: IndicatorView;
  search: IndicatorSearch;
}) {
  const { t } = useTranslation(['public', 'charts']);
  const { data, series, names, view, search } = props;
  const parts = useParts(data, series, view, names);
  if (parts.panels.length === 0 || view.tab === 'map' || view.tab === 'groups') return null;
  const views = offeredTabs(data, view.areas).filter((tab) => tab === 'map' || tab === 'groups');
  const unit = data.indicator.unitText.text;
  return (
    <Section title={t('charts:differs.title')} note={parts.sentence}>
      <Parts of={parts} map={false} title={unit} level={3} linked />
      <p>
        {views.map((tab, i) => (
          <span key={tab}>
            {i > 0 && ' · '}
            <PageLink
              to="/$lang/indicators/$code"
              params={{ code: data.indicator.code }}
              search={searchOf(choose(data, view, { tab, scale: 'value' }), data, search)}
            >
              {t(`charts:differs.${tab}`)}
            </PageLink>
          </span>
        ))}
      </p>
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { FIRST_YEAR, isYear, LAST_YEAR } from '@qadam/domain';
import { useId, useState } from 'react';
import type { Layer } from '../../charts/chart.types.ts';
import { AreaMark } from '../../charts/marker.tsx';
import { DropPanel } from '../../ui/drop-panel.tsx';
import { YearsRefused } from '../../ui/years-refused.tsx';
import { FullScreen } from '../../charts/full-screen.tsx';
import type { IndicatorData } from './indicator-data.ts';
import {
  type Change,
  choose,
  hasOwnScales,
  type IndicatorView,
  offeredLayers,
  offeredScales,
  offeredTabs,
  searchOf,
  type Shown,
} from './view.ts';
import styles from './controls.module.css';
import { useYears } from './year-range.tsx';
import { PageLink } from '../../ui/page-link.tsx';

/** What the chart shows: kind of drawing, countries, years, plans. Every choice is kept in the address. */
export function Controls(props: Omit<Shown, 'series'> & { change: Change }) {
  const { data, view, search, names, change } = props;
  const { t } = useTranslation(['public', 'charts']);
  const areas = data.series.map(({ area }) => area);
  const layers = offeredLayers(data).filter((layer) => layer !== 'bench' || view.scale === 'value');
  const overYears = view.tab !== 'map' && view.tab !== 'groups';
  const toggleArea = (area: string) => {
    const chosen = areas.filter((code) => (code === area) !== view.areas.includes(code));
    // an empty chart is useless: if the last country is taken away, all come back
    void change({ ...view, areas: chosen.length === 0 ? areas : chosen });
  };
  const toggleLayer = (layer: Layer) => {
    const shown = layers.filter((one) => (one === layer) !== view.layers.has(one));
    void change(choose(data, view, { layers: new Set(shown) }));
  };
  return (
    <>
      <ViewChoices data={data} view={view} search={search} />
      {areas.length > 1 && (
        <DropPanel
          framed
          what="countries"
          title={
            <>
              <span className="visually-hidden">{t('chart.countries')}: </span>
              {view.areas.map((area) => (
                <span key={area} className={styles.code}>
                  <AreaMark area={area} />
                  <span className={view.areas.length > 2 ? 'visually-hidden' : undefined}>
                    {names[area]}
                  </span>
                </span>
              ))}
            </>
          }
        >
          <fieldset className={styles.group}>
            <legend>{t('chart.countries')}</legend>
            {areas.map((area) => (
              <label key={area} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={view.areas.includes(area)}
                  onChange={() => toggleArea(area)}
                />
                <AreaMark area={area} />
                {names[area]}
              </label>
            ))}
          </fieldset>
        </DropPanel>
      )}
      <YearChoice view={view} change={change} />
      {layers.length > 0 && overYears && (
        <DropPanel framed what="plans" title={t('charts:plans')}>
          <fieldset className={styles.group}>
            <legend>{t('chart.show')}</legend>
            {layers.map((layer) => (
              <label key={layer} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={view.layers.has(layer)}
                  onChange={() => toggleLayer(layer)}
                />
                <LayerMark layer={layer} />
                {layer === 'target' && isReference(data)
                  ? t('charts:referencePath')
                  : t(`chart.layer.${layer}`)}
              </label>
            ))}
          </fieldset>
        </DropPanel>
      )}
      <FullScreen />
    </>
  );
}

/** Are all targets reference targets, so that no country adopted one? */
const isReference = ({ series }: IndicatorData): boolean =>
  series.every(({ target }) => target === null || target.reference);

const strokes: Record<
  Exclude<Layer, 'base'>,
  { strokeDasharray: string; strokeWidth: number; strokeLinecap?: 'round' }
> = {
  target: { strokeDasharray: '6 4', strokeWidth: 1.5 },
  proj: { strokeDasharray: '0.1 5', strokeWidth: 2.5, strokeLinecap: 'round' },
  bench: { strokeDasharray: '10 3 2 3', strokeWidth: 1.5 },
};

function LayerMark({ layer }: { layer: Layer }) {
  return (
    <svg
      width="26"
      height="14"
      viewBox="0 0 26 14"
      aria-hidden="true"
      focusable="false"
      stroke="var(--ink)"
      fill="none"
    >
      {layer === 'base' ? (
        <circle cx="13" cy="7" r="5.5" strokeWidth="1.5" />
      ) : (
        <path d="M1 7H25" {...strokes[layer]} />
      )}
    </svg>
  );
}

/**
 * Two numbers, as an alternative to dragging the axis. They are taken together: by Enter, by the button, or when the
 * focus leaves both. Years that cannot be shown are said below the row, as the panel closes then.
 */
export function YearChoice({ view, change }: { view: IndicatorView; change: Change }) {
  const { t } = useTranslation();
  const [years, choose] = useYears(view, change);
  const [typed, setTyped] = useState<{ from?: string; to?: string }>({});
  const [refused, setRefused] = useState(false);
  const note = useId();
  const apply = () => {
    const next = { from: Number(typed.from ?? years.from), to: Number(typed.to ?? years.to) };
    const isTyped = typed.from !== undefined || typed.to !== undefined;
    const isSpan = isYear(next.from) && isYear(next.to) && next.from < next.to;
    setRefused(isTyped && !isSpan);
    if (!isTyped || !isSpan) return;
    setTyped({});
    choose(next);
  };
  // years that were chosen in another way replace what was typed
  const [before, setBefore] = useState(years);
  if (before.from !== years.from || before.to !== years.to) {
    setBefore(years);
    setTyped({});
    setRefused(false);
  }
  return (
    <>
      <DropPanel
        framed
        what="years"
        title={
          <>
            <span className="visually-hidden">{t('chart.years')}: </span>
            {view.from}–{view.to}
          </>
        }
      >
        <form
          className={styles.years}
          aria-label={t('chart.years')}
          onSubmit={(event) => {
            event.preventDefault();
            apply();
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) apply();
          }}
        >
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className={styles.year}>
              {t(`chart.${end}`)}
              <input
                type="number"
                inputMode="numeric"
                min={FIRST_YEAR}
                max={LAST_YEAR}
                value={typed[end] ?? years[end]}
                aria-invalid={refused}
                aria-describedby={refused ? note : undefined}
                onChange={(event) => setTyped({ ...typed, [end]: event.currentTarget.value })}
              />
            </label>
          ))}
          <button type="submit" className="quiet-button">
            {t('chart.apply')}
          </button>
        </form>
      </DropPanel>
      {refused && <YearsRefused id={note} className={styles.refused} />}
    </>
  );
}

/** The kinds of drawing. They are links, so that each view can be passed on and needs no script. */
function ViewChoices({ data, view, search }: Pick<Shown, 'data' | 'view' | 'search'>) {
  const { t } = useTranslation(['public', 'charts']);
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

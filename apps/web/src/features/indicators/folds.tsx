import { useTranslation } from 'react-i18next';
import { DocumentList } from '../../ui/document-list.tsx';
import { Fold } from '../../ui/fold.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { SourceLine } from '../../ui/source-line.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Evidence } from './evidence.tsx';
import { type IndicatorData, isScored } from './indicator-data.ts';
import { revisedOf, Revisions } from './revisions.tsx';
import { Sheet } from './sheet.tsx';
import { IndicatorTiles } from './indicator-tiles.tsx';
import { Targets } from './targets.tsx';
import { Values } from './values.tsx';
import type { Shown } from './view.ts';
import styles from './folds.module.css';
import { LocalText } from '../../ui/local-text.tsx';

/** What the figures are based on, folded. If nothing is reported, the metadata sheet is the main part of the page. */
export function Folds(props: Shown & { reported: boolean }) {
  const { t } = useTranslation(['public', 'charts']);
  const { data, series, names, view, reported } = props;
  const { indicator } = data;
  const scored = isScored(data);
  const { law } = data;
  const isLaw = law !== null;
  const areas = isLaw ? law.levels.map(({ area }) => area) : view.areas;
  const events = data.events.filter(({ area }) => areas.includes(area));
  const documents = data.documents.filter(({ area }) => areas.includes(area));
  // an indicator that is never scored is not compared with a target either
  const planned =
    (scored && series.some(({ target }) => target !== null)) || data.benchmarks.length > 0;
  const count = series.reduce(
    (sum, { values, breakdownCount }) => sum + values.length + breakdownCount,
    0,
  );
  const revised = revisedOf(series);
  const regional = indicator.scope === 'REGION';
  const targets = <Targets data={data} series={series} names={names} />;
  return (
    <div className={styles.folds}>
      {reported && (
        <Fold
          title={t(
            regional
              ? 'indicator.regionStanding'
              : planned && scored
                ? 'charts:fold.standing'
                : 'indicator.standing',
          )}
          note={scored ? undefined : t('indicator.neverScored')}
        >
          <IndicatorTiles data={data} series={series} names={names} />
          {planned && targets}
        </Fold>
      )}
      {(reported || isLaw) && events.length > 0 && (
        <Fold title={t('events.title')} note={t('events.note')}>
          <Evidence data={data} areas={areas} names={names} />
        </Fold>
      )}
      {reported && (
        <Fold title={t('charts:fold.values', { count })} note={t('indicator.valuesNote')}>
          <Values data={data} series={series} names={names} />
          {data.sources.length > 0 && <SourceLine sources={data.sources} />}
        </Fold>
      )}
      {revised.length > 0 && (
        <Fold title={t('receipt.revisions')} note={t('indicator.revisionsNote')}>
          <Revisions data={data} revised={revised} names={names} />
        </Fold>
      )}
      <Fold title={t('charts:fold.method')} open={!reported && !isLaw}>
        <Sheet indicator={indicator} />
      </Fold>
      {!reported && planned && <Fold title={t('indicator.targets')}>{targets}</Fold>}
      {data.related.length > 0 && (
        <Fold title={t('indicator.related')}>
          {reported && (
            <p>
              <PageLink to="/$lang/compare" search={{ i: indicator.code }}>
                {t('indicator.compare')}
              </PageLink>
            </p>
          )}
          <Related data={data} />
        </Fold>
      )}
      {documents.length > 0 && (
        <Fold title={t('documents.title')} note={t('documents.note')}>
          <LongList items={documents} first={8}>
            {(shown) => <DocumentList documents={shown} names={names} />}
          </LongList>
        </Fold>
      )}
      {!reported && data.sources.length > 0 && (
        <Fold title={t('sources.label')}>
          <SourceLine sources={data.sources} />
        </Fold>
      )}
    </div>
  );
}

/** The other indicators of the same actions, action by action. */
function Related({ data }: { data: IndicatorData }) {
  const { t } = useTranslation(['public', 'charts']);
  const { actions, related } = data;
  return actions.map(({ code, title }) => {
    const others = related.filter(({ action }) => action === code);
    if (others.length === 0) return null;
    return (
      <div key={code} className={styles.action}>
        <h3>
          {code} <LocalText of={title} />
        </h3>
        <ul className={styles.others}>
          {others.map(({ indicator, name, role, latest }) => (
            <li key={indicator}>
              <PageLink to="/$lang/indicators/$code" params={{ code: indicator }}>
                <LocalText of={name} />
              </PageLink>{' '}
              <small>
                {indicator} · {t(`role.${role}`)}
                {latest.length === 0 && ` · ${t('charts:noValues')}`}
              </small>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

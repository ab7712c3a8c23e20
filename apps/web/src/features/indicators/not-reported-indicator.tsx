import { useTranslation } from 'react-i18next';
import type { Names } from '../../ui/area-names.ts';
import { figureText } from '../../ui/figure-text.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { Evidence } from './evidence.tsx';
import { unitIfNotNamed, type IndicatorData } from './indicator-data.ts';
import styles from './not-reported-indicator.module.css';

/** An indicator without values: the body that would report it, and related indicators. No chart and no choices. */
export function NotReportedIndicator({ data, names }: { data: IndicatorData; names: Names }) {
  const { t } = useTranslation(['public', 'charts']);
  const { indicator } = data;
  const unit = unitIfNotNamed(indicator);
  const who = ['provider', 'compiler'].flatMap(
    (key) => indicator.sheet.find((entry) => entry.key === key) ?? [],
  );
  return (
    <>
      <h1>
        <LocalText of={indicator.name} />
        {unit !== null && (
          <span className={styles.unit}>
            , <LocalText of={indicator.unitText} />
          </span>
        )}
      </h1>
      <p className={styles.lead}>{t('charts:nobody.lead')}</p>
      {who.length > 0 && (
        <Section title={t('charts:nobody.who')}>
          {who.map(({ key, text }) => (
            <p key={key}>
              <LocalText of={text} />
            </p>
          ))}
        </Section>
      )}
      <Nearby data={data} names={names} />
      {data.events.length > 0 && (
        <Section title={t('events.title')} note={t('events.note')}>
          <Evidence data={data} areas={data.series.map(({ area }) => area)} names={names} />
        </Section>
      )}
    </>
  );
}

/** Figures of the other indicators of the same actions: the nearest things anybody has counted. */
function Nearby({ data, names }: { data: IndicatorData; names: Names }) {
  const { t } = useTranslation(['public', 'charts']);
  const format = useFormat();
  const known = data.related.filter(
    ({ latest, kind, indicator }, i) =>
      latest.length > 0 &&
      kind !== 'MILESTONE' &&
      data.related.findIndex((one) => one.indicator === indicator) === i,
  );
  if (known.length === 0) return null;
  return (
    <Section title={t('charts:nobody.nearby')}>
      <ul className={styles.list}>
        {known.map((one) => (
          <li key={one.indicator}>
            <PageLink to="/$lang/indicators/$code" params={{ code: one.indicator }}>
              <LocalText of={one.name} />
            </PageLink>
            {': '}
            {one.latest
              .map(({ area, year, value }) =>
                t('indicator.say.figure', {
                  country: names[area] ?? area,
                  value: figureText(t, format, one, value),
                  year,
                }),
              )
              .join('; ')}
          </li>
        ))}
      </ul>
    </Section>
  );
}

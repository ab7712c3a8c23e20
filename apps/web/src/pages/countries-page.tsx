import { countSteps } from '@qadam/domain';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from '../features/countries/countries.module.css';
import { CitePage } from '../features/publication/cite-page.tsx';
import { Answer } from '../ui/answer.tsx';
import { Legend } from '../ui/legend.tsx';
import { LevelMark, levelClass } from '../ui/level-mark.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { NothingPublished } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { answerParts } from '../ui/answer-parts.ts';
import { useLevelText } from '../ui/use-level-text.ts';
import { PageLink } from '../ui/page-link.tsx';

const route = getRouteApi('/$lang/countries');

/** The four countries, each with its sentence of counts and a mark for every action. */
export function CountriesPage() {
  const data = route.useLoaderData();
  const { t } = useTranslation();
  const { t: tl } = useTranslation('levels');
  const text = useLevelText();
  if (!data) return <NothingPublished />;
  const { release } = data;
  return (
    <>
      <PageHeader title={t('countries.title')} lead={t('countries.lead')}>
        <ReleaseLine release={release} />
      </PageHeader>
      <ul className={styles.list}>
        {data.areas
          .filter(({ code }) => code !== 'CA4')
          .map((area) => {
            const steps = data.rows.flatMap(({ action, cells }) =>
              cells
                .filter((cell) => cell.area === area.code)
                .map(({ level }) => ({ action, level })),
            );
            return (
              <li key={area.code}>
                <h2 className={styles.name}>
                  <PageLink to="/$lang/countries/$iso3" params={{ iso3: area.code }}>
                    <LocalText of={area.name} />
                  </PageLink>
                </h2>
                <Answer
                  parts={answerParts(tl, countSteps(steps.map(({ level }) => level)), null)}
                />
                <ul className={styles.strip}>
                  {steps.map(({ action, level }) => (
                    <li key={action.code}>
                      <PageLink
                        to="/$lang/actions/$code"
                        params={{ code: action.code }}
                        search={{ c: area.code }}
                        className={levelClass(level.word)}
                        title={action.title.text}
                      >
                        <LevelMark level={level} />
                        <span aria-hidden="true">{action.code}</span>
                        <span className="visually-hidden">
                          {`${action.code}: ${text.word(level.word)}`}
                        </span>
                      </PageLink>
                    </li>
                  ))}
                </ul>
              </li>
            );
          })}
      </ul>
      <Legend />
      <CitePage
        name={t('countries.title')}
        path={`/countries?release=${release.number}`}
        release={release}
      />
    </>
  );
}

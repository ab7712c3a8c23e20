import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, without } from '../app/search.ts';
import { SignedInTools } from '../features/following/signed-in-tools.tsx';
import {
  foundRows,
  isChosen,
  isFound,
  overviewAnswer,
  stepsOf,
} from '../features/scorecard/steps.ts';
import { Scorecard } from '../features/scorecard/scorecard.tsx';
import { ScorecardBar } from '../features/scorecard/scorecard-bar.tsx';
import { Answer } from '../ui/answer.tsx';
import { Legend } from '../ui/legend.tsx';
import { NothingPublished } from '../ui/message.tsx';
import { PageLink } from '../ui/page-link.tsx';
import styles from './overview-page.module.css';

const route = getRouteApi('/$lang/');

/** The answer, and the table from which it is counted. */
export function OverviewPage() {
  // puts the parameters in the order of the stored page, whatever their order in the address
  const search = keep('scorecard', route.useSearch());
  const data = route.useLoaderData();
  const { t } = useTranslation(['public', 'levels']);
  const { t: tl } = useTranslation('levels');
  if (!data) return <NothingPublished />;
  const steps = stepsOf(data.rows);
  const chosen = isChosen(search);
  const found = steps.filter((step) => isFound(step, search));
  const rows = chosen ? foundRows(data.rows, search) : data.rows;
  const all = without(search, 'word', 'moved');
  const answer = overviewAnswer(tl, data);
  return (
    <>
      <div className={styles.head}>
        <h1>{t('overview.title')}</h1>
        <Answer
          parts={answer}
          link={(filter, text) => {
            const on = Object.entries(filter).every(
              ([name, value]) => search[name as keyof typeof search] === value,
            );
            return (
              <PageLink
                to="/$lang"
                search={on ? all : { ...all, ...filter }}
                resetScroll={false}
                activeOptions={{ exact: true }}
                aria-current={on ? 'true' : undefined}
              >
                {text}
              </PageLink>
            );
          }}
        />
        <ScorecardBar data={data} rows={rows} search={search} takeaway={data.answer} />
        <SignedInTools news />
      </div>
      <p role="status" className={chosen ? styles.chosen : 'visually-hidden'}>
        {chosen && (
          <>
            {t('levels:table.shown', { count: found.length, total: steps.length })}{' '}
            <PageLink to="/$lang" search={all} resetScroll={false}>
              {t('levels:table.all')}
            </PageLink>
          </>
        )}
      </p>
      <Scorecard
        data={data}
        rows={rows}
        {...(chosen ? { marked: (step) => isFound(step, search) } : {})}
      />
      <Legend />
    </>
  );
}

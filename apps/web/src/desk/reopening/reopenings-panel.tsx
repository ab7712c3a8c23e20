import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import desk from '../desk.module.css';
import { PartFailed } from '../part-failed.tsx';
import { useMe } from '../session.ts';
import { useWhen } from '../use-when.ts';
import { ReopeningDecision } from './reopening-decision.tsx';
import { ReopeningsDocument } from './reopening.generated.ts';
import styles from './reopening.module.css';

/** Requests to reopen locked cells, and the open ones with person and time. */
export function ReopeningsPanel({ areaNames }: { areaNames: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const when = useWhen();
  const me = useMe();
  const { data, error, refetch } = useQuery(ReopeningsDocument, {
    variables: { lang, area: null },
  });
  if (error && !data) return <PartFailed error={error} retry={refetch} />;
  const reopenings = data?.reopenings ?? [];
  if (reopenings.length === 0) return null;
  return (
    <section aria-labelledby="reopenings" className={styles.panel}>
      <h2 id="reopenings">{t('reopen.panel')}</h2>
      {error && <PartFailed error={error} retry={refetch} />}
      <ul className={styles.list}>
        {reopenings.map((one) => {
          const { area, year, state, until } = one;
          const time = until === null ? '' : when(until);
          return (
            <li key={one.id}>
              <div>
                <strong>
                  <LocalText of={one.indicatorName} />
                </strong>
                <p>{t('reopen.cell', { area: areaNames.get(area) ?? area, year })}</p>
                <p className={desk.soft}>
                  {t('reopen.asked', { name: one.person.name, time: when(one.requestedAt) })} ·{' '}
                  {t(`reopen.state.${state}`, { time })}
                </p>
                <q>{one.reason}</q>
                {one.note !== null && <p>{one.note}</p>}
              </div>
              {can(me, 'GRANT_REOPEN') === 'ALLOWED' && <ReopeningDecision reopening={one} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

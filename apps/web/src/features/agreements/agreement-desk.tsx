import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import record from '../../desk/record.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useMe } from '../../desk/session.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AgreementForm } from './agreement-form.tsx';
import { AgreementItem } from './agreement-item.tsx';
import { AgreementDeskDocument } from './agreements.generated.ts';
import styles from './agreements.module.css';

/** Which body lets which of its figures below national level be published, and what waits for it. */
export function AgreementDesk({ areaNames }: { areaNames: ReadonlyMap<string, string> }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const { data, error, refetch } = useQuery(AgreementDeskDocument, { variables: { lang } });
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { agreements, waiting, ...choices } = data.agreementDesk;
  return (
    <div className={admin.page}>
      <h1>{t('agreements.title')}</h1>
      {error && <PartFailed error={error} retry={refetch} />}
      <p className={record.lead}>{t('agreements.text')}</p>
      {waiting.length > 0 && (
        <section aria-labelledby="waiting" className={record.section}>
          <h2 id="waiting">{t('agreements.waiting')}</h2>
          <ul className={styles.plain}>
            {waiting.map(({ indicator, area, year, values, body }) => (
              <li key={[indicator, area, year, body?.id].join(' ')}>
                {areaNames.get(area) ?? area}, {year} · {indicator} ·{' '}
                {t('agreements.values', { count: values })}{' '}
                <span className={admin.soft}>{body?.name.text ?? t('agreements.noBody')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="record" className={record.section}>
        <h2 id="record">{t('agreements.onRecord')}</h2>
        {agreements.length === 0 ? (
          <p className={admin.soft}>{t('agreements.none')}</p>
        ) : (
          <ul className={record.list}>
            {agreements.map((one) => (
              <AgreementItem key={one.id} of={one} areaNames={areaNames} />
            ))}
          </ul>
        )}
      </section>
      {can(me, 'RECORD_AGREEMENT') === 'ALLOWED' && (
        <AgreementForm choices={choices} areaNames={areaNames} />
      )}
    </div>
  );
}

import { useQuery } from '@apollo/client/react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../app/not-found.tsx';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { PartFailed } from '../desk/part-failed.tsx';
import desk from '../desk/desk.module.css';
import { RequireRole } from '../desk/require-role.tsx';
import { useMe, useSession } from '../desk/session.ts';
import { useAreaNames } from '../features/observations/use-area-names.ts';
import {
  TargetDeskDocument,
  TargetGridDocument,
} from '../features/targets/target-desk.generated.ts';
import { TargetGrid } from '../features/targets/target-grid.tsx';
import { TargetTable } from '../features/targets/target-table.tsx';
import styles from '../features/targets/targets.module.css';
import { LocalText } from '../ui/local-text.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';

/** Without a country in the address: one's own, else the first. */
export function TargetsPage() {
  const { iso3 } = useParams({ strict: false });
  const { i } = useSearch({ strict: false });
  const { me } = useSession();
  if (typeof i === 'string' && iso3 === undefined) {
    return (
      <RequireRole operation="READ_TARGETS">
        <IndicatorDesk key={i} indicator={i} />
      </RequireRole>
    );
  }
  const area = iso3 ?? me?.area ?? 'KAZ';
  return (
    <RequireRole operation="READ_TARGETS" area={area}>
      <Desk key={area} area={area} />
    </RequireRole>
  );
}

/** One indicator in all countries. */
function IndicatorDesk({ indicator }: { indicator: string }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(TargetGridDocument, { variables: { indicator, lang } });
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const [first] = data.targetGrid?.areas ?? [];
  if (!data.targetGrid || !first) return <NotFound />;
  return (
    <div className={desk.stack}>
      <p>
        <PageLink to="/$lang/targets" preload={false}>
          {t('targetGrid.back')}
        </PageLink>
      </p>
      <h1>
        {indicator} <LocalText of={first.row.name} />
      </h1>
      {error && <PartFailed error={error} retry={refetch} />}
      <TargetGrid indicator={indicator} areas={data.targetGrid.areas} />
    </div>
  );
}

function Desk({ area }: { area: string }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const names = useAreaNames();
  const { data, error, refetch } = useQuery(TargetDeskDocument, { variables: { area, lang } });
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  const targets = data?.targetDesk;
  return (
    <div className={desk.stack}>
      {me.area === null && (
        <nav aria-label={t('targets.areas')}>
          <ul className={styles.areas}>
            {[...names].map(([code, name]) => (
              <li key={code}>
                <PageLink
                  to="/$lang/targets/$iso3"
                  params={{ iso3: code }}
                  preload={false}
                  aria-current={code === area ? 'page' : undefined}
                >
                  {name}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {targets ? (
        <>
          <h1>
            {t('targets.title')} <LocalText of={targets.areaName} />
          </h1>
          {error && <PartFailed error={error} retry={refetch} />}
          <p>{t('targets.text')}</p>
          <TargetTable area={area} rows={targets.rows} />
        </>
      ) : (
        <PageSkeleton />
      )}
    </div>
  );
}

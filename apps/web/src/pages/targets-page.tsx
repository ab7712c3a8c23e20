import { useQuery } from '@apollo/client/react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { limitOf } from '@qadam/domain';
import { NotFound } from '../app/not-found.tsx';
import { answered } from '../desk/answered.tsx';
import { useReportingAreaNames } from '../desk/area-names.ts';
import choices from '../desk/choices.module.css';
import { Desk } from '../desk/desk-head.tsx';
import desk from '../desk/desk.module.css';
import { RequireRole } from '../desk/require-role.tsx';
import { useMe, useSession } from '../desk/session.ts';
import {
  TargetDeskDocument,
  TargetGridDocument,
} from '../features/targets/target-desk.generated.ts';
import { TargetGrid } from '../features/targets/target-grid.tsx';
import { TargetTable } from '../features/targets/target-table.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';

/** The targets of a country: if the address names none, that of the reader, or else the first. */
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
  const area = iso3 ?? me?.area ?? limitOf(me ?? null)?.[0] ?? 'KAZ';
  return (
    <RequireRole operation="READ_TARGETS" area={area}>
      <AreaDesk key={area} area={area} />
    </RequireRole>
  );
}

/** The targets of one indicator in all countries. */
function IndicatorDesk({ indicator }: { indicator: string }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { data, instead, notice } = answered(
    useQuery(TargetGridDocument, { variables: { indicator, lang } }),
  );
  if (!data) return instead;
  const [first] = data.targetGrid?.areas ?? [];
  if (!data.targetGrid || !first) return <NotFound />;
  return (
    <Desk
      title={
        <>
          {indicator} <LocalText of={first.row.name} />
        </>
      }
      facts={
        <PageLink to="/$lang/targets" preload={false}>
          {t('targetGrid.back')}
        </PageLink>
      }
    >
      {notice}
      <TargetGrid indicator={indicator} areas={data.targetGrid.areas} />
    </Desk>
  );
}

function AreaDesk({ area }: { area: string }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const names = useReportingAreaNames();
  const { data, instead, notice } = answered(
    useQuery(TargetDeskDocument, { variables: { area, lang } }),
  );
  const targets = data?.targetDesk;
  if (!targets) return instead;
  return (
    <Desk
      title={
        <>
          {t('targets.title')} <LocalText of={targets.areaName} />
        </>
      }
      below={
        me.area === null && (
          <nav aria-label={t('targets.areas')}>
            <ul className="plain-list cluster">
              {[...names].map(([code, name]) => (
                <li key={code}>
                  <PageLink
                    to="/$lang/targets/$iso3"
                    params={{ iso3: code }}
                    preload={false}
                    className={choices.choice}
                    aria-current={code === area ? 'page' : undefined}
                  >
                    {name}
                  </PageLink>
                </li>
              ))}
            </ul>
          </nav>
        )
      }
    >
      {notice}
      <p className={desk.soft}>{t('targets.text')}</p>
      <TargetTable area={area} rows={targets.rows} />
    </Desk>
  );
}

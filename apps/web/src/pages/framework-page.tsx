import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { answered } from '../desk/answered.tsx';
import { Desk } from '../desk/desk-head.tsx';
import desk from '../desk/desk.module.css';
import { useMe } from '../desk/session.ts';
import { ActionBlock, IndicatorTable } from '../features/framework/action-block.tsx';
import { emptyAction } from '../features/framework/empty.ts';
import { FrameworkDocument } from '../features/framework/framework.generated.ts';
import styles from '../features/framework/framework.module.css';
import { ImportPanel } from '../features/framework/import-panel.tsx';
import { MethodNotes } from '../features/framework/method-notes.tsx';
import { NewObject } from '../features/framework/new-object.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';
import { guarded } from './guarded.tsx';

export const FrameworkPage = guarded('READ_FRAMEWORK', Framework);

function Framework() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const mayEdit = can(useMe(), 'EDIT_FRAMEWORK') === 'ALLOWED';
  const [added, setAdded] = useState<string[]>([]);
  const { data, instead, notice } = answered(useQuery(FrameworkDocument, { variables: { lang } }));
  if (!data) return instead;
  const { actions, indicators, notes } = data.framework;
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const linked = new Set(actions.flatMap(({ links }) => links.map(({ indicator }) => indicator)));
  const isAction = (code: string) => actions.some((action) => action.code === code);
  const fresh = added.filter((code) => !isAction(code));
  const next = Math.max(0, ...actions.map(({ position }) => position)) + 1;
  return (
    <Desk
      title={t('framework.title')}
      facts={
        <>
          <PageLink to="/$lang/framework/cycles" preload={false}>
            {t('framework.cycles')}
          </PageLink>
          <PageLink to="/$lang/framework/rules" preload={false}>
            {t('framework.rules.title')}
          </PageLink>
          <PageLink to="/$lang/framework/series" preload={false}>
            {t('series.title')}
          </PageLink>
          <a href="/framework.json" download>
            {t('framework.export')}
          </a>
        </>
      }
    >
      {notice}
      <p className={desk.soft}>{mayEdit ? t('framework.text') : t('framework.readOnly')}</p>
      {mayEdit && <ImportPanel />}
      {[...actions, ...fresh.map((code, index) => emptyAction(code, next + index))].map(
        (action) => (
          <ActionBlock key={action.code} action={action} indicators={byCode} mayEdit={mayEdit} />
        ),
      )}
      <section className={styles.action}>
        <h2>{t('framework.unlinked')}</h2>
        <IndicatorTable
          caption={t('framework.unlinked')}
          rows={indicators
            .filter(({ code }) => !linked.has(code))
            .map((indicator) => ({ indicator, link: null }))}
        />
      </section>
      {mayEdit && (
        <>
          <NewObject
            label={t('framework.newIndicator')}
            hint={t('framework.codeHint')}
            taken={(code) => byCode.has(code)}
            onCreate={(code) =>
              void navigate({ to: '/$lang/framework/indicators/$code', params: { lang, code } })
            }
          />
          <NewObject
            label={t('framework.newAction')}
            hint={t('framework.actionCodeHint')}
            taken={(code) => isAction(code) || fresh.includes(code)}
            onCreate={(code) => setAdded([...added, code])}
          />
        </>
      )}
      <MethodNotes notes={notes} />
    </Desk>
  );
}

import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { answered } from '../desk/answered.tsx';
import desk from '../desk/desk.module.css';
import { SelectField } from '../desk/select-field.tsx';
import { useMe } from '../desk/session.ts';
import { AssignmentGrid } from '../features/framework/assignment-grid.tsx';
import { CycleDeskDocument } from '../features/framework/cycle-desk.generated.ts';
import { CycleForm } from '../features/framework/cycle-form.tsx';
import styles from '../features/framework/framework.module.css';
import { SignatureRules } from '../features/framework/signature-rules.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';
import { guarded } from './guarded.tsx';

export const FrameworkCyclesPage = guarded('READ_FRAMEWORK', Desk);

function Desk() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const mayEdit = can(useMe(), 'EDIT_FRAMEWORK') === 'ALLOWED';
  const { year: chosen } = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (year: number | string) =>
    void navigate({ to: '.', search: { year: String(year) }, replace: true, resetScroll: false });
  const { data, instead, notice } = answered(useQuery(CycleDeskDocument, { variables: { lang } }));
  if (!data) return instead;
  const { cycles } = data.cycleDesk;
  const newest = cycles[0];
  const cycle = cycles.find(({ year }) => String(year) === chosen) ?? newest;
  const next = (newest?.year ?? new Date().getFullYear() - 2) + 1;
  const dates = {
    opensOn: `${String(next + 1)}-01-10`,
    dueOn: `${String(next + 1)}-03-31`,
    closesOn: `${String(next + 1)}-04-30`,
  };
  return (
    <div className={desk.stack}>
      <p>
        <PageLink to="/$lang/framework" preload={false}>
          {t('framework.back')}
        </PageLink>
      </p>
      <h1>{t('framework.cycle.title')}</h1>
      {notice}
      <p>{mayEdit ? t('framework.cycle.text') : t('framework.readOnly')}</p>
      {cycle ? (
        <>
          <div className={styles.year}>
            <SelectField
              label={t('framework.cycle.year')}
              value={String(cycle.year)}
              onChange={choose}
              options={cycles.map(({ year }) => [String(year), String(year)])}
            />
          </div>
          <CycleForm
            key={[cycle.year, cycle.opensOn, cycle.dueOn, cycle.closesOn, cycle.closed].join(' ')}
            cycle={cycle}
            copyFrom={null}
            disabled={!mayEdit}
          />
          <h2>{t('framework.cycle.assignments', { year: cycle.year })}</h2>
          <AssignmentGrid key={cycle.year} data={data} cycle={cycle} disabled={!mayEdit} />
        </>
      ) : (
        <p>{t('framework.cycle.none')}</p>
      )}
      <SignatureRules />
      {mayEdit && (
        <CycleForm
          key={`new ${String(next)}`}
          cycle={{ year: next, version: 0, closed: false, ...dates }}
          copyFrom={newest?.year ?? null}
          disabled={false}
          onSaved={choose}
        />
      )}
    </div>
  );
}

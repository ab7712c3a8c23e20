import { useTranslation } from 'react-i18next';
import admin from '../desk/admin.module.css';
import { useMe } from '../desk/session.ts';
import { OwnLanguage, OwnSecurity } from '../features/users/own-account.tsx';
import { OwnSecondFactor } from '../features/users/own-second-factor.tsx';
import { guarded } from './guarded.tsx';

export const AccountPage = guarded('READ_OWN_ACCOUNT', Account);

function Account() {
  const { t } = useTranslation(['desk', 'public']);
  const me = useMe();
  return (
    <div className={admin.page}>
      <h1>{t('account.title')}</h1>
      <p>
        <strong>{me.name}</strong>, {me.email} · {t(`role.${me.role}`)}
        {me.area !== null && ` · ${me.area === 'CA4' ? t('public:scorecard.allFour') : me.area}`}
      </p>
      <div className={admin.narrow}>
        <OwnLanguage />
      </div>
      <OwnSecondFactor />
      <OwnSecurity />
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { useFormat } from '../../ui/use-format.ts';

export interface Invitation {
  name: string;
  token: string;
  until: string;
}

/** The link, shown once. In the language of the page: the person can change it there. */
export function InvitationLink({ name, token, until }: Invitation) {
  const { lang, date } = useFormat();
  const { t } = useTranslation('desk');
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}/${lang}/account/invitation?token=${token}`;
  return (
    <div className={admin.box} role="status">
      <h3>{t('users.linkTitle')}</h3>
      <p>{t('users.linkText', { date: date(until.slice(0, 10)), name })}</p>
      <input
        className={admin.link}
        readOnly
        aria-label={t('users.linkFor', { name })}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <div className={desk.row}>
        <button
          type="button"
          className={desk.quiet}
          onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {t('users.copy')}
        </button>
        {copied && <span>{t('users.copied')}</span>}
      </div>
    </div>
  );
}

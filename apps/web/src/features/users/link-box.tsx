import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { useFormat } from '../../ui/use-format.ts';

/** A link that works once and is shown once, to hand over. In the language of the page: the person can change it there. */
export function LinkBox(props: {
  title: string;
  text: string;
  label: string;
  /** Below /:lang. */
  path: string;
  token: string;
}) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}/${lang}/${props.path}?token=${props.token}`;
  return (
    <div className={admin.box} role="status">
      <h3>{props.title}</h3>
      <p>{props.text}</p>
      <input
        className={admin.link}
        readOnly
        aria-label={props.label}
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

import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Contact } from '../features/about/parts.tsx';
import styles from '../features/contact/form.module.css';
import { PostedForm } from '../features/contact/posted-form.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PageLink } from '../ui/page-link.tsx';

const root = getRouteApi('__root__');
const route = getRouteApi('/$lang/more/about/report');
const MAX_LENGTH = 2000;

/** A message to the programme office about a wrong number; `about`: the page of the number, as an address without its language. */
export function ReportErrorPage() {
  const { contact, help } = root.useRouteContext();
  const { lang } = route.useParams();
  const { about, said: outcome } = route.useSearch();
  const { t } = useTranslation(['site', 'public']);
  return (
    <div className={styles.page}>
      <PageHeader title={t('report.title')} lead={t('report.lead')} />
      {about !== undefined && (
        <p>
          {t('report.about')} <a href={`/${lang}/${about}`}>{about}</a>
        </p>
      )}
      {contact === null ? (
        <Contact />
      ) : (
        <PostedForm
          action={`/${lang}/about/report`}
          outcome={outcome}
          button={t('report.send')}
          sent={{ title: t('report.sentTitle'), text: t('report.sentText') }}
        >
          <input type="hidden" name="about" value={about ?? ''} />
          <label>
            {t('report.text')}
            <small>{t('report.hint')}</small>
            <textarea name="text" required maxLength={MAX_LENGTH} />
          </label>
          <label>
            {t('report.email')}
            <input name="email" type="email" maxLength={254} autoComplete="email" />
          </label>
          <p className="soft">{t('report.kept')}</p>
        </PostedForm>
      )}
      <p className="soft">
        {t('report.noHelp')} {help && <PageLink to="/$lang/help">{t('public:help.need')}</PageLink>}
      </p>
    </div>
  );
}

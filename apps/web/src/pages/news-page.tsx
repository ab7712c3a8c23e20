import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from '../features/contact/form.module.css';
import { PostedForm } from '../features/contact/posted-form.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PageLink } from '../ui/page-link.tsx';

const route = getRouteApi('/$lang/more/about/news');

/** News of releases by mail, without an account. */
export function NewsPage() {
  const { lang } = route.useParams();
  const { to, said: outcome } = route.useSearch();
  const { countries, actions } = route.useLoaderData();
  const { t } = useTranslation(['site', 'public']);
  return (
    <div className={styles.page}>
      <PageHeader title={t('news.title')} lead={t('news.lead')} />
      <PostedForm
        action={`/${lang}/about/news`}
        outcome={outcome}
        button={t('news.ask')}
        sent={{ title: t('news.sentTitle'), text: t('news.sentText') }}
      >
        <label>
          {t('news.about')}
          <select name="about" defaultValue={to ?? 'all'}>
            <option value="all">{t('news.everything')}</option>
            <optgroup label={t('public:nav.countries')}>
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name.text}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('public:country.actions')}>
              {actions.map(({ code, title }) => (
                <option key={code} value={code}>
                  {`${code} ${title.text}`}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <label>
          {t('news.email')}
          <small>{t('news.shared')}</small>
          <input name="email" type="email" required maxLength={254} autoComplete="email" />
        </label>
        <p className="soft">
          {t('news.kept')}{' '}
          <PageLink to="/$lang/about/privacy">{t('public:footer.privacy')}</PageLink>
        </p>
      </PostedForm>
    </div>
  );
}

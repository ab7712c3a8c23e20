import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from '../features/contact/form.module.css';
import { PostedForm } from '../features/contact/posted-form.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PageLink } from '../ui/page-link.tsx';

const route = getRouteApi('/$lang/more/about/news/confirm');

/** The page behind the link in the first mail. The reader has to press a button; opening the link is not enough, as mail scanners open links too. */
export function ConfirmNewsPage() {
  const { lang } = route.useParams();
  const { token, said: outcome } = route.useSearch();
  const { t } = useTranslation('site');
  return (
    <div className={styles.page}>
      <PageHeader title={t('news.confirmTitle')} lead={t('news.confirmText')} />
      <PostedForm
        action={`/${lang}/about/news/confirm`}
        outcome={outcome}
        button={t('news.confirm')}
        sent={{ title: t('news.confirmedTitle'), text: t('news.confirmedText') }}
      >
        <input type="hidden" name="token" value={token ?? ''} />
      </PostedForm>
      <p>
        <PageLink to="/$lang/about/news">{t('news.again')}</PageLink>
      </p>
    </div>
  );
}

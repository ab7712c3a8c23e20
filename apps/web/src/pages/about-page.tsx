import { useTranslation } from 'react-i18next';
import { Contact } from '../features/about/parts.tsx';
import { MeetingSource } from '../ui/meeting-source.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** Who is behind the site, why there is one, and how to reach somebody. */
export function AboutPage() {
  const { t } = useTranslation(['site', 'public', 'about']);
  return (
    <>
      <PageHeader title={t('about.title')} lead={t('about.lead')} />
      <Section title={t('about.whyTitle')}>
        <p>
          {t('about.why1')} <MeetingSource />
        </p>
        <p>{t('about.why2')}</p>
      </Section>
      <Section title={t('about.whoTitle')}>
        <p>{t('about.who1')}</p>
        <p>{t('about.who2')}</p>
      </Section>
      <Section title={t('about.reachTitle')}>
        <Contact />
        <p>{t('about.countries')}</p>
        <p>
          <PageLink to="/$lang/about/report">{t('report.title')}</PageLink>
        </p>
        <p>
          <PageLink to="/$lang/about/news">{t('news.title')}</PageLink>
        </p>
      </Section>
      <Section title={t('about.moreTitle')}>
        <ul>
          <li>
            <PageLink to="/$lang/about/methods">{t('public:nav.methods')}</PageLink>
          </li>
          <li>
            <PageLink to="/$lang/quality">{t('public:nav.quality')}</PageLink>
          </li>
          <li>
            <PageLink to="/$lang/data">{t('public:footer.data')}</PageLink>
          </li>
          <li>
            <PageLink to="/$lang/indicators">{t('indicators.title')}</PageLink>
          </li>
          <li>
            <PageLink to="/$lang/about/glossary">{t('glossary.title')}</PageLink>
          </li>
        </ul>
      </Section>
    </>
  );
}

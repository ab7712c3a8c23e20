import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Contact } from '../features/about/contact.tsx';
import { MeetingSource } from '../ui/meeting-source.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';

const route = getRouteApi('/$lang/more/about');

/** Who is behind the site, why there is one, and how to reach somebody. */
export function AboutPage() {
  const { lang } = route.useParams();
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
          <Link to="/$lang/about/report" params={{ lang }}>
            {t('report.title')}
          </Link>
        </p>
        <p>
          <Link to="/$lang/about/news" params={{ lang }}>
            {t('news.title')}
          </Link>
        </p>
      </Section>
      <Section title={t('about.moreTitle')}>
        <ul>
          <li>
            <Link to="/$lang/about/methods" params={{ lang }}>
              {t('public:nav.methods')}
            </Link>
          </li>
          <li>
            <Link to="/$lang/quality" params={{ lang }}>
              {t('public:nav.quality')}
            </Link>
          </li>
          <li>
            <Link to="/$lang/data" params={{ lang }}>
              {t('public:footer.data')}
            </Link>
          </li>
          <li>
            <Link to="/$lang/indicators" params={{ lang }}>
              {t('indicators.title')}
            </Link>
          </li>
          <li>
            <Link to="/$lang/about/glossary" params={{ lang }}>
              {t('glossary.title')}
            </Link>
          </li>
        </ul>
      </Section>
    </>
  );
}

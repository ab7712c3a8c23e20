import { useTranslation } from 'react-i18next';
import { Contact } from '../features/about/parts.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import { PageLink } from '../ui/page-link.tsx';

const stored = [
  ['theme', 'qadam.theme'],
  ['keys', 'qadam.keys'],
  ['drafts', 'qadam-drafts'],
  ['lastRead', 'qadam-reads'],
  ['page', 'qadam-desk'],
  ['leaving', 'qadam.leaving'],
  ['shared', 'qadam.shared-computer'],
  ['invitation', 'qadam.invitation'],
  ['signedIn', 'qadam.signed-in'],
] as const;

/** The purpose of something stored, and below it the name under which the browser lists it. */
const named = (purpose: string, name: string) => (
  <>
    {purpose}
    <br />
    <code>{name}</code>
  </>
);

export function PrivacyPage() {
  const { t } = useTranslation(['about', 'public']);
  const head = [t('privacy.purpose'), t('privacy.life')];
  return (
    <>
      <PageHeader title={t('privacy.title')} lead={t('privacy.lead')} />
      <Section title={t('privacy.readersTitle')}>
        <p>{t('privacy.readers1')}</p>
        <p>{t('privacy.readers2')}</p>
        <p>{t('privacy.readers3')}</p>
      </Section>
      <Section title={t('privacy.cookieTitle')}>
        <p>{t('privacy.cookie1')}</p>
        <Table
          caption={t('privacy.cookieCaption')}
          head={head}
          rows={[
            [named(t('privacy.session'), '__Host-qadam'), t('privacy.sessionLife')],
            [named(t('privacy.signInStep'), '__Host-qadam-sign-in'), t('privacy.signInStepLife')],
            [named(t('privacy.device'), '__Host-qadam-device'), t('privacy.deviceLife')],
          ]}
        />
      </Section>
      <Section title={t('privacy.browserTitle')}>
        <Table
          caption={t('privacy.browserCaption')}
          head={head}
          rows={stored.map(([key, name]) => [
            named(t(`privacy.${key}`), name),
            t(`privacy.${key}Life`),
          ])}
        />
      </Section>
      <Section title={t('privacy.logsTitle')}>
        <p>{t('privacy.logs1')}</p>
        <p>{t('privacy.logs2')}</p>
        <p>{t('privacy.reads')}</p>
        <p>{t('privacy.logs3')}</p>
      </Section>
      <Section title={t('privacy.peopleTitle')}>
        <p>{t('privacy.people1')}</p>
        <p>{t('privacy.people2')}</p>
        <p>{t('privacy.people3')}</p>
        <p>{t('privacy.people4')}</p>
      </Section>
      <Section title={t('privacy.outsideTitle')}>
        <p>{t('privacy.outside1')}</p>
        <p>{t('privacy.outside2')}</p>
      </Section>
      <Section title={t('privacy.figuresTitle')}>
        <p>{t('privacy.figures1')}</p>
        <p>
          <PageLink to="/$lang/about/methods">{t('public:nav.methods')}</PageLink>
        </p>
      </Section>
      <Section title={t('privacy.contactTitle')}>
        <Contact />
      </Section>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Contact, List } from '../features/about/parts.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../ui/use-format.ts';

/** The day on which what this page says was last checked against the product. */
const CHECKED_ON = '2026-11-26';

export function AccessibilityPage() {
  const { t } = useTranslation('about');
  const format = useFormat();
  return (
    <>
      <PageHeader title={t('accessibility.title')} lead={t('accessibility.lead')} />
      <Section title={t('accessibility.statusTitle')}>
        <p>{t('accessibility.status1')}</p>
        <p>{t('accessibility.status2', { date: format.date(CHECKED_ON) })}</p>
      </Section>
      <Section title={t('accessibility.doesTitle')}>
        <List items={([1, 2, 3, 4, 5, 6] as const).map((n) => t(`accessibility.does${n}`))} />
      </Section>
      <Section title={t('accessibility.testedTitle')}>
        <List items={([1, 2, 3] as const).map((n) => t(`accessibility.tested${n}`))} />
      </Section>
      <Section title={t('accessibility.limitsTitle')}>
        <List items={([1, 2, 3, 4, 5] as const).map((n) => t(`accessibility.limits${n}`))} />
      </Section>
      <Section title={t('accessibility.reportTitle')}>
        <p>{t('accessibility.report1')}</p>
        <Contact />
      </Section>
    </>
  );
}

import { METHOD_VERSION } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import {
  ActionExample,
  BenchmarkExample,
  ChangeExample,
  DisclosureExample,
  LawExample,
  PaceExamples,
  ProjectionExample,
  StatusTable,
  WordTable,
} from '../features/methods/examples.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';

export function MethodsPage() {
  const { t } = useTranslation('about');
  return (
    <>
      <PageHeader title={t('methods.title')} lead={t('methods.lead')}>
        <p>{t('methods.version', { version: METHOD_VERSION })}</p>
      </PageHeader>
      <Section title={t('methods.lawTitle')}>
        <p>{t('methods.law1')}</p>
        <LawExample />
        <p>{t('methods.law2')}</p>
      </Section>
      <Section title={t('methods.actionTitle')}>
        <p>{t('methods.action1')}</p>
        <p>{t('methods.action2')}</p>
        <WordTable />
        <ActionExample />
      </Section>
      <Section title={t('methods.moveTitle')}>
        <p>{t('methods.move1')}</p>
        <ChangeExample />
      </Section>
      <Section title={t('methods.paceTitle')}>
        <p>{t('methods.pace1')}</p>
        <p>{t('methods.pace2')}</p>
        <PaceExamples />
        <StatusTable />
      </Section>
      <Section title={t('methods.projectionTitle')}>
        <p>{t('methods.projection1')}</p>
        <ProjectionExample />
      </Section>
      <Section title={t('methods.benchmarkTitle')}>
        <p>{t('methods.benchmark1')}</p>
        <BenchmarkExample />
      </Section>
      <Section title={t('methods.countryTitle')}>
        <p>{t('methods.country1')}</p>
        <p>{t('methods.country2')}</p>
      </Section>
      <Section title={t('methods.disclosureTitle')}>
        <p>{t('methods.disclosure1')}</p>
        <DisclosureExample />
        <p>{t('methods.disclosure2')}</p>
      </Section>
      <Section title={t('methods.casesTitle')}>
        <p>{t('methods.cases1')}</p>
      </Section>
      <Section title={t('methods.sourcesTitle')}>
        <p>{t('methods.sources1')}</p>
        <p>{t('methods.sources2')}</p>
      </Section>
      <Section title={t('methods.versionsTitle')}>
        <p>{t('methods.version2')}</p>
        <p>{t('methods.version1')}</p>
      </Section>
    </>
  );
}

import { METHOD_VERSION } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { ActionExample } from '../features/methods/action-example.tsx';
import { BenchmarkExample } from '../features/methods/benchmark-example.tsx';
import { ComparatorsExample } from '../features/methods/comparators-example.tsx';
import { DisclosureExample } from '../features/methods/disclosure-example.tsx';
import { PaceExamples } from '../features/methods/pace-examples.tsx';
import { ProjectionExample } from '../features/methods/projection-example.tsx';
import { StatusTable } from '../features/methods/status-table.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';

export function MethodsPage() {
  const { t } = useTranslation('about');
  return (
    <>
      <PageHeader title={t('methods.title')} lead={t('methods.lead')}>
        <p>{t('methods.version', { version: METHOD_VERSION })}</p>
      </PageHeader>
      <Section title={t('methods.paceTitle')}>
        <p>{t('methods.pace1')}</p>
        <p>{t('methods.pace2')}</p>
        <PaceExamples />
        <p>{t('methods.pace3')}</p>
      </Section>
      <Section title={t('methods.statusTitle')}>
        <StatusTable />
      </Section>
      <Section title={t('methods.actionTitle')}>
        <p>{t('methods.action1')}</p>
        <p>{t('methods.action2')}</p>
        <ActionExample />
      </Section>
      <Section title={t('methods.projectionTitle')}>
        <p>{t('methods.projection1')}</p>
        <ProjectionExample />
      </Section>
      <Section title={t('methods.benchmarkTitle')}>
        <p>{t('methods.benchmark1')}</p>
        <BenchmarkExample />
      </Section>
      <Section title={t('methods.comparatorsTitle')}>
        <p>{t('methods.comparators1')}</p>
        <ComparatorsExample />
        <p>{t('methods.comparators2')}</p>
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
    </>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Code, CodeExample } from '../features/open-data/code-example.tsx';
import { EXAMPLE_SITE, EXAMPLES } from '../features/open-data/examples.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import { PageLink } from '../ui/page-link.tsx';

const root = getRouteApi('__root__');

const ADDRESSES = [
  ['/graphql', 'graphql'],
  ['/data/all.csv', 'all'],
  ['/data/indicators/A4.2.csv', 'indicator'],
  ['/data/indicators/A4.2/metadata.json', 'metadata'],
  ['/data/datapackage.json', 'package'],
  ['/data/catalog.jsonld', 'catalogue'],
  ['/data/schema.graphql', 'schema'],
  ['/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*', 'sdmxData'],
  ['/sdmx/structure/dataflow/QADAM/*/1.0.0', 'sdmxStructure'],
  ['/iati/activities.xml', 'iati'],
  ['/dhis2/adx.xml', 'adx'],
  ['/dhis2/dataValueSets.json', 'dataValueSets'],
] as const;
const PARAMETERS = ['release', 'asOf', 'lang', 'c', 't', 'i', 'for'] as const;

/** For programmers: addresses, parameters, examples that run, limits, and what will not change. */
export function ApiPage() {
  const { origin } = root.useRouteContext();
  const { t } = useTranslation('about');
  const here = (code: string) => code.replaceAll(EXAMPLE_SITE, origin);
  return (
    <>
      <PageHeader
        eyebrow={<PageLink to="/$lang/data">{t('data.title')}</PageLink>}
        title={t('api.title')}
        lead={t('api.lead')}
      >
        <p>
          <PageLink to="/$lang/about/graphql">{t('data.tryGraphql')}</PageLink>
        </p>
      </PageHeader>
      <Section title={t('api.examplesTitle')} note={t('api.examplesNote')}>
        <CodeExample title="curl" code={here(EXAMPLES.curl)} />
        <CodeExample title="Python" code={here(EXAMPLES.python)} />
        <CodeExample title="R" code={here(EXAMPLES.r)} />
        <CodeExample title="SDMX, IATI, DHIS2 (curl)" code={here(EXAMPLES.standards)} />
      </Section>
      <Section title={t('api.addressesTitle')} note={t('api.addressesNote')}>
        <Table
          caption={t('api.addressesCaption')}
          head={[t('api.address'), t('api.what')]}
          rows={ADDRESSES.map(([address, key]) => [
            <Code key={key} text={address} />,
            t(`api.addresses.${key}`),
          ])}
        />
        <Table
          caption={t('api.parametersCaption')}
          head={[t('api.parameter'), t('api.what')]}
          rows={PARAMETERS.map((name) => [
            <Code key={name} text={name} />,
            t(`api.parameters.${name}`),
          ])}
        />
      </Section>
      <Section title={t('api.valuesTitle')}>
        <p>{t('api.values1')}</p>
        <p>{t('api.values2')}</p>
      </Section>
      <Section title={t('api.cachesTitle')}>
        <p>{t('api.caches1')}</p>
        <p>{t('api.limits1')}</p>
        <p>{t('api.limits2')}</p>
      </Section>
      <Section title={t('api.policyTitle')}>
        <p>{t('api.policy1')}</p>
        <p>{t('api.policy2')}</p>
        <p>{t('api.policy3')}</p>
      </Section>
    </>
  );
}

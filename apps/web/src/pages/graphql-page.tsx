import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exampleQuery, EXAMPLES } from '../features/graphql/example-queries.ts';
import { QueryForm } from '../features/graphql/query-form.tsx';
import type { Tools } from '../features/graphql/use-editor.ts';
import { chosen, ChoiceGroup } from '../ui/choice-group.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Section } from '../ui/section.tsx';

const root = getRouteApi('__root__');
const route = getRouteApi('/$lang/more/about/graphql');

/** Loads the editor and the reference once the page can be read; if they cannot be loaded, the plain fields of the page are used. */
function useTools(): Tools | null {
  const [tools, setTools] = useState<Tools | null>(null);
  useEffect(() => {
    let wanted = true;
    import('../features/graphql/tools.ts')
      .then(({ loadTools }) => loadTools())
      .then(
        (loaded) => {
          if (wanted) setTools(loaded);
        },
        () => undefined,
      );
    return () => {
      wanted = false;
    };
  }, []);
  return tools;
}

/** For trying queries to the public API: examples, an editor that knows the schema, and the schema itself. */
export function GraphqlPage() {
  const { lang } = root.useRouteContext();
  const search = route.useSearch();
  const example = EXAMPLES.find((name) => name === search.example) ?? EXAMPLES[0];
  const { t } = useTranslation(['site', 'about']);
  const tools = useTools();
  return (
    <>
      <PageHeader
        eyebrow={<PageLink to="/$lang/data">{t('about:data.title')}</PageLink>}
        title={t('graphql.title')}
        lead={t('graphql.lead')}
      >
        <p>
          <PageLink to="/$lang/about/api">{t('about:api.title')}</PageLink>
        </p>
      </PageHeader>
      <ChoiceGroup name={t('graphql.examplesTitle')}>
        {EXAMPLES.map((name) => (
          <PageLink
            key={name}
            to="/$lang/about/graphql"
            search={name === EXAMPLES[0] ? {} : { example: name }}
            resetScroll={false}
            activeOptions={{ exact: true }}
            {...chosen(name === example)}
          >
            {t(`graphql.examples.${name}`)}
          </PageLink>
        ))}
      </ChoiceGroup>
      <QueryForm key={example} example={exampleQuery(example, lang)} tools={tools} />
      {tools && (
        <Section title={t('graphql.referenceTitle')} note={t('graphql.referenceNote')}>
          <tools.SchemaReference schema={tools.schema} />
        </Section>
      )}
    </>
  );
}

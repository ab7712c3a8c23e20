import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FileList } from '../features/open-data/file-list.tsx';
import { SubjectTable } from '../features/open-data/subject-table.tsx';
import { NothingPublished } from '../ui/message.tsx';
import { LicenceName } from '../ui/licence-name.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';

const root = getRouteApi('__root__');
const route = getRouteApi('/$lang/site/data');

/** What can be downloaded: files, formats, licences, how to cite. */
export function DataPage() {
  const { lang, origin } = root.useRouteContext();
  const data = route.useLoaderData();
  const { t } = useTranslation(['about', 'public']);
  const format = useFormat();
  if (data === null) return <NothingPublished />;
  const { release, rows, hidden, firstYear, lastYear, files, standards, indicators, licences } =
    data;
  const whole = (count: number) => format.number(String(count), 0);
  const machine = (file: string) => `/data/${file}?release=${release.number}&lang=${lang}`;
  return (
    <>
      <PageHeader title={t('data.title')} lead={t('data.lead')}>
        <ReleaseLine release={{ ...release, previous: null }} />
        <p>
          <PageLink to="/$lang/quality">{t('public:nav.quality')}</PageLink>
        </p>
      </PageHeader>
      <Section
        title={t('data.allTitle')}
        note={t('data.allNote', {
          rows: whole(rows),
          indicators: whole(indicators.length),
          from: firstYear ?? release.asOfYear,
          to: lastYear ?? release.asOfYear,
        })}
      >
        <FileList files={files} />
        <p>{hidden === 0 ? t('data.nothingHidden') : t('data.hidden', { count: hidden })}</p>
      </Section>
      <Section title={t('data.standardsTitle')} note={t('data.standardsNote')}>
        <FileList files={standards} />
      </Section>
      <Section title={t('data.citeTitle')} note={t('data.citeNote')}>
        <p>
          {t('public:releases.citation', {
            number: release.number,
            date: format.date(release.publishedAt),
            url: `${origin}/${lang}/releases/${release.number}`,
          })}
        </p>
      </Section>
      <Section title={t('data.licencesTitle')} note={t('data.licencesNote')}>
        <Table
          caption={t('data.licencesCaption', { number: release.number })}
          head={[t('data.licence'), t('data.rows'), t('data.sources')]}
          rows={licences.map((one) => [
            <LicenceName key="licence" of={one.licence} />,
            whole(one.rows),
            one.sources === 0 ? t('data.ownSource') : whole(one.sources),
          ])}
        />
      </Section>
      <Section title={t('data.indicatorsTitle')} note={t('data.indicatorsNote')}>
        <SubjectTable release={release} indicators={indicators} />
      </Section>
      <Section title={t('data.machinesTitle')} note={t('data.machinesNote')}>
        <ul>
          <li>
            <PageLink to="/$lang/about/api">{t('api.title')}</PageLink>
          </li>
          <li>
            <PageLink to="/$lang/about/graphql">{t('data.tryGraphql')}</PageLink>
          </li>
          <li>
            <a href={machine('datapackage.json')}>Frictionless Data Package 2.0</a>
          </li>
          <li>
            <a href={machine('catalog.jsonld')}>DCAT 3 (JSON-LD)</a>
          </li>
          <li>
            <a href={`/data/table-schema.json?lang=${lang}`}>{t('data.tableSchema')}</a>
          </li>
          <li>
            <a href="/data/schema.graphql" download>
              {t('data.graphqlSchema')}
            </a>
          </li>
        </ul>
      </Section>
    </>
  );
}

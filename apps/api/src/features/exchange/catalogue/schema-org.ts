import { languageTag } from '@qadam/i18n';
import { pickText } from '../../../graphql/local-text.type.ts';
import { describedFiles, indicatorPath, KEYWORDS, LICENCE, PUBLISHER } from '../downloads.ts';
import type { ExportContext } from '../export-format.ts';
import { csv } from '../formats/csv.ts';
import { fileFacts, indicatorFacts, licencesLine } from '../formats/file-facts.ts';

/** Part of a release that has a page of its own: an indicator or an action. `path`: address of the page after the language. */
export interface DescribedPart {
  code: string;
  name: string;
  text: string;
  path: string;
}

/** Search engines ignore descriptions with fewer characters. */
const SHORTEST = 50;

/** The catalogue with its newest release: what data search engines read on the open data page. */
export function dataCatalog(context: ExportContext, reportsToIati: boolean) {
  const { origin, lang, t } = context;
  return {
    '@type': 'DataCatalog',
    '@id': catalogueId(origin),
    name: t('catalogue'),
    description: t('about'),
    url: `${origin}/${lang}/data`,
    inLanguage: languageTag(lang),
    isAccessibleForFree: true,
    license: LICENCE,
    publisher: publisher(origin),
    dataset: releaseDataset(context, reportsToIati),
  };
}

/** `context`: opened for the values of this part only. */
export function partDataset(context: ExportContext, part: DescribedPart) {
  const { release, lang, origin, t } = context;
  const { number } = release;
  const page = `${origin}/${lang}${part.path}`;
  const text = part.text.length < SHORTEST ? `${part.text} ${t('about')}`.trim() : part.text;
  return {
    '@type': 'Dataset',
    '@id': `${page}?release=${number}`,
    identifier: `qadam-${number}-${part.code}`,
    name: part.name,
    description: text,
    url: page,
    ...common(context),
    variableMeasured: variables(context),
    isPartOf: {
      '@type': 'Dataset',
      '@id': releaseId(origin, number),
      name: fileFacts(context).title,
    },
    distribution: indicatorFacts(context).map(({ code }) => ({
      '@type': 'DataDownload',
      name: code,
      contentUrl: `${origin}${indicatorPath(code, number, lang)}`,
      encodingFormat: csv.mediaType.split(';')[0],
    })),
  };
}

export function releaseDataset(context: ExportContext, reportsToIati: boolean) {
  const { release, lang, origin, contents, t } = context;
  const facts = fileFacts(context);
  return {
    '@type': 'Dataset',
    '@id': releaseId(origin, release.number),
    identifier: `qadam-${release.number}`,
    name: facts.title,
    description: [t('about'), facts.hiddenNote].filter((part) => part !== null).join(' '),
    url: `${origin}/${lang}/releases/${release.number}`,
    ...common(context),
    citation: facts.citation,
    usageInfo: licencesLine(facts),
    isBasedOn: [
      ...new Set([...contents.sources.values()].flatMap(({ url }) => (url === null ? [] : [url]))),
    ],
    variableMeasured: variables(context),
    distribution: describedFiles(context, reportsToIati).map(({ format, url, type }) => ({
      '@type': 'DataDownload',
      name: format,
      contentUrl: url,
      encodingFormat: type,
    })),
  };
}

/** Properties that a release and each of its parts share. */
function common(context: ExportContext) {
  const { release, lang, origin, contents } = context;
  const { areas, years } = contents;
  return {
    version: release.number,
    datePublished: release.publishedAt,
    inLanguage: languageTag(lang),
    isAccessibleForFree: true,
    license: LICENCE,
    creator: publisher(origin),
    publisher: publisher(origin),
    keywords: Object.values(KEYWORDS),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': catalogueId(origin) },
    spatialCoverage: [...areas.values()]
      .filter(({ kind }) => kind === 'COUNTRY')
      .map(({ code, names }) => ({
        '@type': 'Country',
        name: pickText(names, lang).text,
        identifier: code,
      })),
    temporalCoverage: years ? `${years.from}-01-01/${years.to}-12-31` : undefined,
  };
}

const variables = (context: ExportContext) =>
  indicatorFacts(context).map(({ code, name, unitName }) => ({
    '@type': 'PropertyValue',
    propertyID: code,
    name,
    unitText: unitName,
  }));

const publisher = (origin: string) => ({
  '@type': 'Organization',
  '@id': `${origin}/#publisher`,
  name: PUBLISHER,
  url: `${origin}/`,
});
const catalogueId = (origin: string) => `${origin}/data/catalog.jsonld`;
const releaseId = (origin: string, number: string) =>
  `${origin}/data/catalog.jsonld?release=${number}#values`;

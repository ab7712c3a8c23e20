import {
  isLanguage,
  languages,
  languageTag,
  translator,
  type Language,
  type Translate,
} from '@qadam/i18n';
import type { ExportContext } from '../export-format.ts';
import { describedFiles, KEYWORDS, LICENCE, PUBLISHER } from '../downloads.ts';
import { fileFacts, licencesLine } from '../formats/file-facts.ts';
import { ManyTexts } from '../sdmx/texts.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  adms: 'http://www.w3.org/ns/adms#',
  dcatap: 'http://data.europa.eu/r5r/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const id = (address: string) => ({ '@id': address });
const typed = (value: string, type: string) => ({ '@value': value, '@type': `xsd:${type}` });
const node = (type: string, address: string) => ({ '@id': address, '@type': type });

const homepage = (address: string) => node('foaf:Document', address);
const licence = () => node('dct:LicenseDocument', LICENCE);
/** An entry of a list of the European Union, with its name in that list. */
const concept = (path: string, name: string) => ({
  ...node('skos:Concept', `${AUTHORITY}/${path}`),
  'skos:prefLabel': { '@value': name, '@language': 'en' },
});

/**
 * DCAT 3 as JSON-LD, in the shape of DCAT-AP 3: data portals find a release, its files and their licence by it. Every node names its type, because a
 * harvester does not look up what is at an address.
 */
export async function dcat(context: ExportContext, reportsToIati: boolean) {
  const { release, lang, origin, contents } = context;
  const facts = fileFacts(context);
  const { years, hidden } = contents;
  const inEveryLanguage = await translators();
  const pages = await ManyTexts.of('about');
  const said = (text: (t: Translate<'files'>) => string) =>
    inEveryLanguage.map(({ code, t }) => ({ '@value': text(t), '@language': languageTag(code) }));
  // described in the words of the open data page
  const ofFile = (kind: 'formats' | 'uses', format: string) =>
    Object.entries(pages.of('data', kind, nameOf(format))).map(([code, text]) => ({
      '@value': text,
      '@language': isLanguage(code) ? languageTag(code) : code,
    }));
  const dataset = (number: string) => `${origin}/data/catalog.jsonld?release=${number}#values`;
  const publisher = {
    ...node('foaf:Agent', `${origin}/#publisher`),
    'foaf:name': PUBLISHER,
    'foaf:homepage': homepage(`${origin}/`),
  };
  const spatial = [...contents.areas.values()]
    .filter(({ kind }) => kind === 'COUNTRY')
    .map(({ code }) => node('dct:Location', `${AUTHORITY}/country/${code}`));
  return {
    '@context': CONTEXT,
    ...node('dcat:Catalog', `${origin}/data/catalog.jsonld`),
    'dct:title': said((t) => t('catalogue')),
    'dct:description': said((t) => t('about')),
    'dct:publisher': publisher,
    'dct:language': inEveryLanguage.map(({ code }) =>
      node('dct:LinguisticSystem', `${AUTHORITY}/language/${LANGUAGES[code]}`),
    ),
    'foaf:homepage': homepage(`${origin}/${lang}/data`),
    'dct:license': licence(),
    'dct:spatial': spatial,
    'dcat:themeTaxonomy': {
      ...node('skos:ConceptScheme', `${AUTHORITY}/data-theme`),
      'dct:title': { '@value': 'Data theme', '@language': 'en' },
    },
    'dct:modified': typed(release.publishedAt, 'dateTime'),
    'dcat:dataset': {
      ...node('dcat:Dataset', dataset(release.number)),
      'dct:identifier': `qadam-${release.number}`,
      'dct:title': said((t) => t('title', { number: release.number })),
      'dct:description': said((t) =>
        hidden === 0 ? t('about') : `${t('about')} ${t('hiddenCells', { count: hidden })}`,
      ),
      'dct:publisher': id(publisher['@id']),
      'dct:issued': typed(release.publishedAt, 'dateTime'),
      'dcat:version': release.number,
      'dcat:previousVersion': release.previous === null ? undefined : id(dataset(release.previous)),
      'adms:versionNotes': {
        '@value': release.note.text,
        '@language': languageTag(release.note.lang),
      },
      'dct:bibliographicCitation': facts.citation,
      'dcat:landingPage': homepage(`${origin}/${lang}/releases/${release.number}`),
      'dcat:contactPoint': {
        '@type': ['vcard:Kind', 'vcard:Organization'],
        'vcard:fn': PUBLISHER,
        'vcard:hasURL': id(`${origin}/${lang}/data`),
      },
      'dcat:keyword': Object.entries(KEYWORDS).map(([language, keyword]) => ({
        '@value': keyword,
        '@language': language,
      })),
      'dcat:theme': [
        concept('data-theme/SOCI', 'Population and society'),
        concept('data-theme/JUST', 'Justice, legal system and public safety'),
      ],
      'dct:accrualPeriodicity': node('dct:Frequency', `${AUTHORITY}/frequency/ANNUAL`),
      'dct:spatial': spatial,
      'dct:temporal':
        years === null
          ? undefined
          : {
              '@type': 'dct:PeriodOfTime',
              'dcat:startDate': typed(`${years.from}-01-01`, 'date'),
              'dcat:endDate': typed(`${years.to}-12-31`, 'date'),
            },
      ...origins([...contents.sources.values()]),
      'dct:rights': {
        '@type': 'dct:RightsStatement',
        'dct:description': licencesLine(facts),
      },
      'dcat:distribution': describedFiles(context, reportsToIati).map(({ format, url, type }) => ({
        ...node('dcat:Distribution', `${dataset(release.number)}-${format}`),
        'dct:title': ofFile('formats', format),
        'dct:description': ofFile('uses', format),
        'dcat:accessURL': id(`${origin}/${lang}/data`),
        'dcat:downloadURL': id(url),
        'dct:format': node('dct:MediaTypeOrExtent', `${AUTHORITY}/file-type/${fileType(type)}`),
        'dcat:mediaType': node(
          'dct:MediaType',
          `https://www.iana.org/assignments/media-types/${type}`,
        ),
        'dct:license': licence(),
        'dcatap:availability': concept('planned-availability/STABLE', 'stable'),
        'dct:conformsTo':
          format === 'csv' ? node('dct:Standard', `${origin}/data/table-schema.json`) : undefined,
      })),
    },
  };
}

type Source = ExportContext['contents']['sources'] extends ReadonlyMap<string, infer S> ? S : never;

/**
 * What the release was made from. The standard accepts only data sets as sources; laws, reports and the press become resources that the release
 * relates to. Two sources with one address become one node with both titles.
 */
function origins(sources: readonly Source[]) {
  const at = Map.groupBy(
    sources.filter(({ url }) => url !== null),
    ({ url }) => url ?? '',
  );
  const described = [...at].map(([url, together]) => {
    const isDataset = together.some(({ kind }) => kind === 'DATASET');
    const titles = together.map(({ title }) => title);
    return {
      ...node(isDataset ? 'dcat:Dataset' : 'rdfs:Resource', url),
      'dct:title': titles,
      ...(isDataset ? { 'dct:description': together.map(sourceText) } : {}),
      'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': together[0]?.publisher },
    };
  });
  const of = (type: string) => described.filter((one) => one['@type'] === type);
  return { 'dct:source': of('dcat:Dataset'), 'dct:relation': of('rdfs:Resource') };
}

const sourceText = ({ publisher, title, year, licence: terms }: Source): string =>
  [publisher, title, year, terms].filter((part) => part !== null).join('. ');

/** The type by its name in the European list of file types. */
function fileType(mediaType: string): string {
  if (mediaType.includes('csv')) return 'CSV';
  if (mediaType.includes('json')) return 'JSON';
  return mediaType.includes('xml') && !mediaType.includes('openxml') ? 'XML' : 'XLSX';
}

/** The key of a format in the texts of the open data page: `sdmx-csv` is `sdmxCsv` there. */
const nameOf = (format: string): string =>
  format.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

const LANGUAGES: Readonly<Record<Language, string>> = {
  en: 'ENG',
  ru: 'RUS',
  kk: 'KAZ',
  ky: 'KIR',
  tg: 'TGK',
  uz: 'UZB',
};

const translators = () =>
  Promise.all(languages.map(async (code) => ({ code, t: await translator(code, 'files') })));

import { languages, loadCatalog, translator, type Language, type Translate } from '@qadam/i18n';
import type { ExportContext } from '../export-format.ts';
import { describedFiles, KEYWORDS, LICENCE, PUBLISHER } from '../downloads.ts';
import { fileFacts, licencesLine } from '../formats/file-facts.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  adms: 'http://www.w3.org/ns/adms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const id = (address: string) => ({ '@id': address });
const typed = (value: string, type: string) => ({ '@value': value, '@type': `xsd:${type}` });
const node = (type: string, address: string) => ({ '@id': address, '@type': type });

/** DCAT 3 as JSON-LD, in the shape of DCAT-AP: so that data portals find a release, its files and what they may do with them. */
export async function dcat(context: ExportContext, reportsToIati: boolean) {
  const { release, lang, origin, contents } = context;
  const facts = fileFacts(context);
  const { years, hidden } = contents;
  const inEveryLanguage = await texts();
  const said = (text: (t: Translate<'files'>) => string) =>
    inEveryLanguage.map(({ code, t }) => ({ '@value': text(t), '@language': code }));
  const dataset = (number: string) => `${origin}/data/catalog.jsonld?release=${number}#values`;
  const publisher = {
    ...node('foaf:Agent', `${origin}/#publisher`),
    'foaf:name': PUBLISHER,
    'foaf:homepage': id(`${origin}/`),
  };
  return {
    '@context': CONTEXT,
    ...node('dcat:Catalog', `${origin}/data/catalog.jsonld`),
    'dct:title': said((t) => t('catalogue')),
    'dct:description': said((t) => t('about')),
    'dct:publisher': publisher,
    'dct:language': inEveryLanguage.map(({ code }) =>
      id(`${AUTHORITY}/language/${LANGUAGES[code]}`),
    ),
    'foaf:homepage': id(`${origin}/${lang}/data`),
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
      'adms:versionNotes': { '@value': release.note.text, '@language': release.note.lang },
      'dct:bibliographicCitation': facts.citation,
      'dcat:landingPage': id(`${origin}/${lang}/releases/${release.number}`),
      'dcat:contactPoint': {
        '@type': 'vcard:Organization',
        'vcard:fn': PUBLISHER,
        'vcard:hasURL': id(`${origin}/${lang}/data`),
      },
      'dcat:keyword': Object.entries(KEYWORDS).map(([language, keyword]) => ({
        '@value': keyword,
        '@language': language,
      })),
      'dcat:theme': [id(`${AUTHORITY}/data-theme/SOCI`), id(`${AUTHORITY}/data-theme/JUST`)],
      'dct:accrualPeriodicity': id(`${AUTHORITY}/frequency/ANNUAL`),
      'dct:spatial': [...contents.areas.values()]
        .filter(({ kind }) => kind === 'COUNTRY')
        .map(({ code }) => id(`${AUTHORITY}/country/${code}`)),
      'dct:temporal':
        years === null
          ? undefined
          : {
              '@type': 'dct:PeriodOfTime',
              'dcat:startDate': typed(`${years.from}-01-01`, 'date'),
              'dcat:endDate': typed(`${years.to}-12-31`, 'date'),
            },
      'dct:source': [...contents.sources.values()].flatMap(({ url }) =>
        url === null ? [] : [id(url)],
      ),
      'dct:rights': {
        '@type': 'dct:RightsStatement',
        'dct:description': licencesLine(facts),
      },
      'dcat:distribution': describedFiles(context, reportsToIati).map(({ format, url, type }) => ({
        ...node('dcat:Distribution', `${dataset(release.number)}-${format}`),
        'dct:title': format,
        'dcat:accessURL': id(`${origin}/${lang}/data`),
        'dcat:downloadURL': id(url),
        'dcat:mediaType': id(`https://www.iana.org/assignments/media-types/${type}`),
        'dct:license': id(LICENCE),
        'dct:conformsTo': format === 'csv' ? id(`${origin}/data/table-schema.json`) : undefined,
      })),
    },
  };
}

const LANGUAGES: Readonly<Record<Language, string>> = {
  en: 'ENG',
  ru: 'RUS',
  kk: 'KAZ',
  ky: 'KIR',
  tg: 'TGK',
  uz: 'UZB',
};

/** Only languages that have these texts: a fallback must not be passed off as another language. */
async function texts() {
  const known = await Promise.all(
    languages.map(async (code) => ({
      code,
      isThere: 'about' in (await loadCatalog(code, 'files')),
      t: await translator(code, 'files'),
    })),
  );
  return known.filter(({ isThere }) => isThere);
}

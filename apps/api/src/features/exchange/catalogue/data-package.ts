import { downloadsOf, indicatorPath, levelsPath, LICENCE, PUBLISHER } from '../downloads.ts';
import type { ExportContext } from '../export-format.ts';
import { csv } from '../formats/csv.ts';
import { fileFacts, indicatorFacts, licencesLine } from '../formats/file-facts.ts';
import { levelsSchema, tableSchema } from './table-schema.ts';

const CSV = {
  type: 'table',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
};

/** Frictionless Data Package 2.0: the table of a release, and each indicator's part of it, with their columns. */
export function dataPackage(context: ExportContext) {
  const { release, lang, origin, contents } = context;
  const facts = fileFacts(context);
  const { number } = release;
  const all = downloadsOf(number, lang).find(({ id }) => id === csv.id);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'qadam',
    id: `${origin}/data/datapackage.json?release=${number}`,
    title: facts.title,
    description: [facts.about, facts.hiddenNote, facts.citation].filter(Boolean).join('\n\n'),
    homepage: `${origin}/${lang}/data`,
    version: number,
    created: release.publishedAt,
    contributors: [{ title: PUBLISHER, path: origin, roles: ['publisher'] }],
    keywords: ['gender-based violence', 'Central Asia', 'KAZ', 'KGZ', 'TJK', 'UZB'],
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: LICENCE,
        title: `Creative Commons Attribution 4.0. ${licencesLine(facts)}`,
      },
    ],
    sources: [...contents.sources.values()].map(({ title, url, publisher }) => ({
      title: `${publisher}: ${title}`,
      path: url ?? undefined,
    })),
    resources: [
      {
        name: 'values',
        path: `${origin}${all?.path ?? ''}`,
        title: facts.title,
        ...CSV,
        schema: tableSchema(context),
      },
      {
        name: 'levels',
        path: `${origin}${levelsPath(number, lang)}`,
        title: context.t('sheets.levels'),
        ...CSV,
        schema: levelsSchema(context),
      },
      ...indicatorFacts(context).map(({ code, name, definition }) => ({
        name: `values-${code.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
        path: `${origin}${indicatorPath(code, number, lang)}`,
        title: `${code}: ${name}`,
        description: definition,
        ...CSV,
        // a relative address: clients put the address of the package before it
        schema: `table-schema.json?lang=${lang}`,
      })),
    ],
  };
}

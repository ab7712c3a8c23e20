import { languageTag } from '@qadam/i18n';
import { downloadsOf, levelsPath, LICENCE, PUBLISHER } from '../downloads.ts';
import type { ExportContext } from '../export-format.ts';
import { csv } from '../formats/csv.ts';
import { fileFacts, licencesLine } from '../formats/file-facts.ts';
import { levelsSchema, tableSchema } from './table-schema.ts';

/** Types of Table Schema, and their names in CSVW. */
const DATATYPES: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'decimal',
  integer: 'integer',
  date: 'date',
  datetime: 'dateTime',
};

/** The address of one value, as a URI template over the columns of its row; a part is addressed by its codes. */
const VALUE_ADDRESS =
  'data/values/{release}/{indicator}/{area}/{year}{?sex,age,urbanisation,region,breakdown}';

export const csvwOfValues = (context: ExportContext) => {
  const { number } = context.release;
  const file = downloadsOf(number, context.lang).find(({ id }) => id === csv.id);
  return csvw(context, file?.path ?? '', fileFacts(context).title, {
    aboutUrl: `${context.origin}/${VALUE_ADDRESS}`,
    ...columnsOf(tableSchema(context), context),
  });
};

export const csvwOfLevels = (context: ExportContext) =>
  csvw(
    context,
    levelsPath(context.release.number, context.lang),
    context.t('sheets.levels'),
    columnsOf(levelsSchema(context), context),
  );

/** CSV on the Web (W3C): a metadata file that lies beside the CSV file, for programs that read this description only. */
function csvw(
  context: ExportContext,
  path: string,
  title: string,
  schema: Readonly<Record<string, unknown>>,
) {
  const { release, lang, origin } = context;
  const facts = fileFacts(context);
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': languageTag(lang) }],
    url: `${origin}${path}`,
    'dc:title': title,
    'dc:description': [facts.about, facts.hiddenNote].filter((part) => part !== null).join(' '),
    'dc:issued': { '@value': release.publishedAt, '@type': 'dateTime' },
    'dc:publisher': { 'schema:name': PUBLISHER, 'schema:url': { '@id': `${origin}/` } },
    'dc:license': { '@id': LICENCE },
    'dc:rights': licencesLine(facts),
    'dc:bibliographicCitation': facts.citation,
    'schema:version': release.number,
    dialect: { header: true, delimiter: ',', encoding: 'utf-8', lineTerminators: ['\r\n'] },
    tableSchema: schema,
  };
}

/** `name` is the heading in the file, so the column needs no other title; its meaning goes into the description. */
function columnsOf(
  { fields, primaryKey }: ReturnType<typeof tableSchema>,
  { lang }: Pick<ExportContext, 'lang'>,
) {
  return {
    primaryKey,
    columns: fields.map(({ name, type, title, constraints }) => ({
      name,
      titles: name,
      'dc:description': { '@value': title, '@language': languageTag(lang) },
      datatype: DATATYPES[type],
      null: '',
      required: constraints?.required === true ? true : undefined,
    })),
  };
}

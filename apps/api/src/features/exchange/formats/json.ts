import { pickText } from '../../../graphql/local-text.type.ts';
import type { ExportContext, ExportFormat } from '../export-format.ts';
import { COLUMNS, isNumber, LEVEL_COLUMNS, valueOf, type Column } from './columns.ts';
import { listedSources } from '../row-source.ts';
import { fileFacts, indicatorFacts } from './file-facts.ts';

/**
 * The same table with what is needed to read it: facts about the file, columns, indicators, areas and sources, how far the actions and indicators
 * are, then the rows, one per line. Figures are JSON numbers with exactly the digits that are stored; a missing value is null, never zero.
 */
export const json: ExportFormat = {
  id: 'json',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  async *write(pages, context) {
    const { contents, lang, t } = context;
    const head = {
      ...fileFacts(context),
      lang,
      columns: COLUMNS.map(({ name, kind }) => ({ name, kind, title: t(`columns.${name}`) })),
      indicators: indicatorFacts(context),
      areas: [...contents.areas.values()].map(({ code, kind, iso2, names }) => ({
        code,
        kind,
        iso2,
        name: pickText(names, lang).text,
      })),
      sources: listedSources(context),
    };
    const levels = contents.levels.map((level) => line(LEVEL_COLUMNS, level, context));
    yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "levels": [\n  ${levels.join(',\n  ')}\n ],\n "data": [`;
    let separator = '\n  ';
    for await (const page of pages) {
      if (page.length === 0) continue;
      yield separator + page.map((row) => line(COLUMNS, row, context)).join(',\n  ');
      separator = ',\n  ';
    }
    yield '\n ]\n}\n';
  },
};

function line<Row>(columns: readonly Column<Row>[], row: Row, context: ExportContext): string {
  const members = columns.map((column) => {
    const value = valueOf(column, row, context);
    const text = value === null ? 'null' : isNumber(column) ? value : JSON.stringify(value);
    return `"${column.name}":${text}`;
  });
  return `{${members.join(',')}}`;
}

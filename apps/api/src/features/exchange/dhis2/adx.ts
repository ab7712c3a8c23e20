import { create } from 'xmlbuilder2';
import type { ExportContext, ExportFormat } from '../export-format.ts';
import type { ReleasedRow } from '../released-rows.ts';
import { fileFacts, licencesLine } from '../formats/file-facts.ts';
import { DATA_SET, dataValues, type DataValue } from './values.ts';

/**
 * IHE ADX, which DHIS2 reads: a group for each area and year as they come, categories as attributes. Where a value comes
 * from, and its licence, is its annotation.
 */
export const adx: ExportFormat = {
  id: 'dhis2-adx',
  extension: 'xml',
  mediaType: 'application/adx+xml; charset=utf-8',
  async *write(pages, context) {
    const { release } = context;
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${comment(context)} -->\n<adx xmlns="urn:ihe:qrph:adx:2015" exported="${release.publishedAt}">\n`;
    for await (const page of pages) yield groups(page, context);
    yield '</adx>\n';
  },
};

/** Two hyphens would end a comment of XML. */
function comment(context: ExportContext): string {
  const facts = fileFacts(context);
  return [facts.citation, `${licencesLine(facts)}.`, facts.hiddenNote]
    .filter((part) => part !== null)
    .join(' ')
    .replaceAll(/-{2,}/g, '-');
}

function groups(page: readonly ReleasedRow[], context: ExportContext): string {
  const values = dataValues(page, context);
  const together = Map.groupBy(values, ({ orgUnit, period }) => `${orgUnit} ${period}`);
  return [...together.values()].map(group).join('');
}

function group(values: readonly DataValue[]): string {
  const [first] = values;
  if (!first) return '';
  const node = create({ invalidCharReplacement: '' }).ele('group', {
    dataSet: DATA_SET,
    orgUnit: first.orgUnit,
    period: `${first.period}-01-01/P1Y`,
  });
  for (const { dataElement, categories, value, source } of values)
    node
      .ele('dataValue', { dataElement, ...categories, value })
      .ele('annotation')
      .txt(source);
  return `${node.toString({ prettyPrint: true })}\n`;
}

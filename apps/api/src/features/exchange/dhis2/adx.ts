import { create } from 'xmlbuilder2';
import type { ExportContext, ExportFormat } from '../export-format.ts';
import type { ReleasedRow } from '../released-row.ts';
import { DATA_SET, dataValue, type DataValue } from './values.ts';

/** IHE ADX, which DHIS2 reads: a group for each area and year as they come, categories as attributes. */
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
function comment({ release, origin, t, contents }: ExportContext): string {
  const url = `${origin}/en?release=${release.number}`;
  const citation = t('citation', {
    number: release.number,
    date: release.publishedAt.slice(0, 10),
    url,
  });
  return [citation, ...(contents.hidden > 0 ? [t('hidden')] : [])]
    .join(' ')
    .replaceAll(/-{2,}/g, '-');
}

function groups(page: readonly ReleasedRow[], context: ExportContext): string {
  const values = page.map((row) => dataValue(row, context)).filter((value) => value !== null);
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
  for (const { dataElement, categories, value } of values)
    node.ele('dataValue', { dataElement, ...categories, value });
  return `${node.toString({ prettyPrint: true })}\n`;
}

import type { ExportContext, ExportFormat } from '../export-format.ts';
import { element, opening } from '../markup.ts';
import type { ReleasedRow } from '../released-rows.ts';
import { fileFacts, licencesLine } from '../formats/file-facts.ts';
import { DATA_SET, dataValues, type DataValue } from './values.ts';

/**
 * IHE ADX, which DHIS2 reads: one group for each area and year in the order of the rows, categories as attributes. The comment of a value names
 * its source and licence: an attribute of DHIS2, because it takes an `annotation` for the value itself. DHIS2 expects codes in
 * ADX, unless told otherwise.
 */
export const adx: ExportFormat = {
  id: 'dhis2-adx',
  extension: 'xml',
  mediaType: 'application/adx+xml; charset=utf-8',
  async *write(pages, context) {
    const { release } = context;
    const root = opening('adx', { xmlns: 'urn:ihe:qrph:adx:2015', exported: release.publishedAt });
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${comment(context)} -->\n${root}\n`;
    for await (const page of pages) yield groups(page, context);
    yield '</adx>\n';
  },
};

/** Runs of hyphens are shortened, because two hyphens would end an XML comment. */
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
  const about = {
    dataSet: DATA_SET,
    orgUnit: first.orgUnit,
    period: `${first.period}-01-01/P1Y`,
  };
  const lines = values.map(
    ({ dataElement, categories, value, source }) =>
      `\n  ${element('dataValue', { dataElement, ...categories, value, comment: source })}`,
  );
  return `${element('group', about, ...lines, '\n')}\n`;
}

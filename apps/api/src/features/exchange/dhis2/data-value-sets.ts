import type { ExportFormat } from '../export-format.ts';
import { DATA_SET, dataValue } from './values.ts';

/**
 * What DHIS2 takes at POST /api/dataValueSets?dataElementIdScheme=code&orgUnitIdScheme=code&categoryOptionComboIdScheme=code.
 * Values are text; where one comes from is its comment.
 */
export const dataValueSets: ExportFormat = {
  id: 'dhis2-data-value-sets',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  async *write(pages, context) {
    const { release } = context;
    yield `{"dataSet":"${DATA_SET}","completeDate":"${release.publishedAt.slice(0, 10)}","dataValues":[`;
    let comma = '';
    for await (const page of pages) {
      const values = page.map((row) => dataValue(row, context)).filter((value) => value !== null);
      if (values.length === 0) continue;
      yield (
        comma +
        values
          .map(({ categories, source, ...value }) =>
            JSON.stringify({
              ...value,
              ...optionCombo(categories),
              ...(source === '' ? {} : { comment: source }),
            }),
          )
          .join(',')
      );
      comma = ',';
    }
    yield ']}';
  },
};

/** `SEX_F`, and with several categories `SEX_F.AGE_Y15T49`; DHIS2 takes its default where there is none. */
function optionCombo(categories: Readonly<Record<string, string>>): object {
  const parts = Object.entries(categories).map(([category, option]) => `${category}_${option}`);
  return parts.length === 0 ? {} : { categoryOptionCombo: parts.join('.') };
}

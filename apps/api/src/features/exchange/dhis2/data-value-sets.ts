import type { ExportFormat } from '../export-format.ts';
import { fileFacts, licencesLine } from '../formats/file-facts.ts';
import { DATA_SET, dataValues } from './values.ts';
import { comboCode } from '../../../standards/dhis2.ts';

/**
 * All identifiers are codes, not those of a DHIS2. Its older readers ask for the scheme of each kind; that of 2.43 takes `dataElementIdScheme` for the
 * scheme of the data set, and `idScheme` for whatever has none. So all are named.
 */
const SCHEMES = {
  idScheme: 'CODE',
  dataSetIdScheme: 'CODE',
  dataElementIdScheme: 'CODE',
  orgUnitIdScheme: 'CODE',
  categoryOptionComboIdScheme: 'CODE',
};

/**
 * The body of POST /api/dataValueSets. Values are text; the comment of a value names its source and licence. Facts about the file are text properties
 * before the first array: DHIS2 ignores text properties that it does not know, and takes the first array for the values. There is no `completeDate`,
 * because a data set is complete for one period and unit.
 */
export const dataValueSets: ExportFormat = {
  id: 'dhis2-data-value-sets',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  async *write(pages, context) {
    const facts = fileFacts(context);
    const { release, releasedAt, citation, hiddenNote } = facts;
    const head = {
      dataSet: DATA_SET,
      ...SCHEMES,
      ...{ release, releasedAt, citation, licences: licencesLine(facts) },
      hiddenNote: hiddenNote ?? undefined,
    };
    yield `${JSON.stringify(head).slice(0, -1)},"dataValues":[`;
    let comma = '';
    for await (const page of pages) {
      const values = dataValues(page, context).map(({ categories, source, ...value }) =>
        JSON.stringify({ ...value, ...optionCombo(categories), comment: source }),
      );
      if (values.length === 0) continue;
      yield comma + values.join(',');
      comma = ',';
    }
    yield ']}';
  },
};

/**
 * The code of the combination: `SEX_F`, or `SEX_F.AGE_Y15T49` with several categories. Without categories it is left out, and DHIS2 takes its
 * default.
 */
function optionCombo(categories: Readonly<Record<string, string>>): object {
  const code = comboCode(categories);
  return code === '' ? {} : { categoryOptionCombo: code };
}

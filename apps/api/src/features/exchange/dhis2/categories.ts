// Apart from what writes files, as the thread that reads files needs it too.

/** The categories of DHIS2, by the dimensions that they are. */
export const CATEGORIES = {
  SEX: 'sex',
  AGE: 'age',
  URBANISATION: 'urbanisation',
  BREAKDOWN: 'breakdown',
} as const;

/** The code of a combination of categories with their options: `SEX_F.AGE_Y15T49`; empty for none. */
export const comboCode = (categories: Readonly<Record<string, string>>): string =>
  Object.entries(categories)
    .map(([category, option]) => `${category}_${option}`)
    .join('.');

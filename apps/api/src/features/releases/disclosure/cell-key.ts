const BREAKDOWNS = {
  sex: 'sex',
  age: 'age',
  urbanisation: 'urb',
  region: 'region',
  breakdown: 'breakdown',
};

/** The key of a row's cell as libs/domain reads it: AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN. */
export const KEY_OF = (alias: string): string =>
  `concat_ws('|', ${['area', ...Object.keys(BREAKDOWNS)].map((column) => `${alias}.${column}`).join(', ')})`;

/** The face of a row's cell as libs/domain names it: `total`, `sex`, `sex+age`. */
export const FACE_OF = (alias: string): string =>
  `coalesce(nullif(concat_ws('+', ${Object.entries(BREAKDOWNS)
    .map(([column, name]) => `case when ${alias}.${column} <> '_T' then '${name}' end`)
    .join(', ')}), ''), 'total')`;

/** Is the row broken down by anything? */
export const IS_PART = (alias: string): string => `${FACE_OF(alias)} <> 'total'`;

/** The area and face of a key, as a plan names what it withholds: `KGZ sex`. */
export function areaFaceOf(key: string): string {
  const [area = '', ...codes] = key.split('|');
  const names = Object.values(BREAKDOWNS).filter((_, i) => codes[i] !== '_T');
  return `${area} ${names.join('+') || 'total'}`;
}

/** The key of a row's cell as libs/domain reads it: AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN. */
export const KEY_OF = (alias: string): string =>
  `concat_ws('|', ${['area', 'sex', 'age', 'urbanisation', 'region', 'breakdown'].map((column) => `${alias}.${column}`).join(', ')})`;

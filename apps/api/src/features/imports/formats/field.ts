import type { RowField } from '@qadam/domain';

/** The meanings that a column, attribute or dimension of any format can have for us. */
export type Field = RowField | 'series' | 'unit' | 'unitMultiplier' | 'partOfYear';

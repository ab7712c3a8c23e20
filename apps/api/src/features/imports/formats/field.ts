import type { RowField } from '@qadam/domain';

/** What a column, an attribute or a dimension of any format can mean to us. */
export type Field = RowField | 'series' | 'unit' | 'unitMultiplier' | 'partOfYear';

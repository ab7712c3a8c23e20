import { TOTAL } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../../ui/local-text.tsx';
import type { EntryState } from '../entry-state.ts';

type Table = NonNullable<EntryState['table']>;
type Axis = Table['axes'][number];
export interface Code {
  code: string;
  /** Null for the total. */
  name: Axis['codes'][number]['name'] | null;
}

export function CodeName({ of }: { of: Code }) {
  const { t } = useTranslation('desk');
  return of.name === null ? t('parts.total') : <LocalText of={of.name} />;
}

const TOTAL_CODE: Code = { code: TOTAL, name: null };

/** Two axes cross; of one axis the parts stand side by side, in a single row. */
export function sidesOf({
  axes,
}: Table): Record<'rows' | 'columns', { dimension: string; codes: Code[] }> {
  const [first, second] = axes;
  const side = (axis: Axis | undefined) => ({
    dimension: axis?.dimension ?? '',
    codes: [...(axis?.codes ?? []), TOTAL_CODE],
  });
  return second === undefined
    ? { rows: { dimension: '', codes: [TOTAL_CODE] }, columns: side(first) }
    : { rows: side(first), columns: side(second) };
}

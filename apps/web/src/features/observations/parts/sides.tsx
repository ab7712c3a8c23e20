import type { ComponentProps, ReactNode } from 'react';
import { TOTAL } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../../ui/local-text.tsx';
import type { Table } from '../entry-state.ts';

type Axis = Table['axes'][number];
interface Code {
  code: string;
  /** Null for the total. */
  name: Axis['codes'][number]['name'] | null;
}

const TOTAL_CODE: Code = { code: TOTAL, name: null };

/** Two axes cross; of one axis the parts stand side by side, in a single row. */
function sidesOf({ axes }: Table) {
  const [first, second] = axes;
  const side = (axis: Axis | undefined) => ({
    dimension: axis?.dimension ?? '',
    codes: [...(axis?.codes ?? []), TOTAL_CODE],
  });
  return second === undefined
    ? { rows: { dimension: '', codes: [TOTAL_CODE] }, columns: side(first) }
    : { rows: side(first), columns: side(second) };
}

/** The parts of a value as a table with what `inside` puts into each; `single`: what heads the only row. */
export function PartsGrid({
  of,
  single,
  inside,
  ...rest
}: ComponentProps<'table'> & {
  of: Table;
  single?: ReactNode;
  /** `codes`: by dimension, but for the totals. */
  inside: (codes: Readonly<Record<string, string>>) => ReactNode;
}) {
  const { t } = useTranslation('desk');
  const { rows, columns } = sidesOf(of);
  const nameOf = ({ name }: Code) => (name === null ? t('parts.total') : <LocalText of={name} />);
  return (
    <table {...rest}>
      <thead>
        <tr>
          <td />
          {columns.codes.map((column) => (
            <th key={column.code} scope="col">
              {nameOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.codes.map((row) => (
          <tr key={row.code}>
            <th scope="row">{rows.dimension === '' ? (single ?? nameOf(row)) : nameOf(row)}</th>
            {columns.codes.map((column) => (
              <td key={column.code}>
                {inside({ [rows.dimension]: row.code, [columns.dimension]: column.code })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

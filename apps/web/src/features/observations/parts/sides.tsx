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

/** The rows and columns of the table: two axes cross; with one axis the parts are side by side in a single row. */
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

/** The parts of a value as a table. `inside` fills each cell; `single` heads the row if there is only one. */
export function PartsGrid({
  of,
  single,
  inside,
  ...rest
}: ComponentProps<'table'> & {
  of: Table;
  single?: ReactNode;
  /** `codes`: the code of each dimension, `TOTAL` for a total. */
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

import { StageName } from '../../desk/stage-name.tsx';
import { Figure } from '../../ui/figure.tsx';
import type { FormCellFragment } from './form-cell.generated.ts';

type Past = FormCellFragment['history'][number];

/** What was published of a year. The stage of an element holds until a later one. */
export function pastOf(
  { history, element }: Pick<FormCellFragment, 'history' | 'element'>,
  year: number,
): Past | undefined {
  if (element === null) return history.find((one) => one.year === year);
  return history.findLast((one) => one.year <= year);
}

export function PastValue(props: {
  cell: FormCellFragment;
  value: string | null;
  status: string;
  short?: boolean;
}) {
  const { cell, value, status, short } = props;
  if (cell.element !== null && cell.stages !== null && value !== null) {
    return <StageName stages={cell.stages} value={value} short={short ?? false} />;
  }
  return <Figure indicator={cell} value={value} status={status} />;
}

import { anchorOf } from './cell-key.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

/** Names a cell and leads to it. */
export function CellLink(props: {
  cell: FormCellFragment;
  /** Shows its row before the browser goes there. */
  onGo: (indicator: string) => void;
}) {
  const { cell, onGo } = props;
  return (
    <a href={`#${anchorOf(cell)}`} onClick={() => onGo(cell.indicator)}>
      {cell.name.text}
    </a>
  );
}

import { anchorOf } from './cell-key.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

/** Names a cell, or the indicator that it is a part of, and leads to it. */
export function CellLink(props: {
  cell: FormCellFragment;
  byIndicator?: boolean;
  /** Shows its row before the browser goes there. */
  onGo: (indicator: string) => void;
}) {
  const { cell, byIndicator = false, onGo } = props;
  const { indicator, indicatorName, name } = cell;
  return (
    <a
      href={byIndicator ? `#cell-${indicator}` : `#${anchorOf(cell)}`}
      onClick={() => onGo(indicator)}
    >
      {(byIndicator ? indicatorName : name).text}
    </a>
  );
}

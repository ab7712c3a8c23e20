import type { Status } from '@qadam/domain';
import { statusStyle } from '../theme/status.ts';
import { glyphPaths } from './glyph-paths.ts';

/** The shape of a status, in the ink that stands out on its tint and on white. Always beside the word. */
export function Glyph({ status, className }: { status: Status; className?: string | undefined }) {
  const { tone, glyph } = statusStyle(status);
  const ink = `var(--${tone}-ink)`;
  const { fill, strokes = [] } = glyphPaths[glyph];
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {fill !== undefined && <path d={fill} fill={ink} />}
      {strokes.map(({ d, width, dash }) => (
        <path
          key={d}
          d={d}
          fill="none"
          stroke={ink}
          strokeWidth={width}
          strokeLinecap="round"
          strokeDasharray={dash}
        />
      ))}
    </svg>
  );
}

import type { ReactNode } from 'react';
import type { Status, StatusGlyph } from '@qadam/domain';
import { statusLook } from '../theme/status.ts';

const shapes: Record<StatusGlyph, (ink: string) => ReactNode> = {
  check: (ink) => (
    <path
      d="M2.5 8.5 6.5 12.5 13.5 4"
      fill="none"
      stroke={ink}
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  disc: (ink) => <circle cx="8" cy="8" r="5.5" fill={ink} />,
  'quarter-disc': (ink) => (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke={ink} strokeWidth="1.6" />
      <path d="M8 8V2a6 6 0 0 1 6 6z" fill={ink} />
    </>
  ),
  'triangle-up': (ink) => <path d="M8 2 14.5 13.5H1.5z" fill={ink} />,
  square: (ink) => <rect x="2.5" y="2.5" width="11" height="11" fill={ink} />,
  cross: (ink) => (
    <path
      d="M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5"
      stroke={ink}
      strokeWidth="2.6"
      strokeLinecap="round"
    />
  ),
  'triangle-down': (ink) => <path d="M8 14 1.5 2.5h13z" fill={ink} />,
  hatch: (ink) => (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" fill="none" stroke={ink} strokeWidth="1.2" />
      <path d="M2.5 8 8 2.5M2.5 13.5 13.5 2.5M8 13.5 13.5 8" stroke={ink} strokeWidth="1.1" />
    </>
  ),
  dash: (ink) => <path d="M3 8h10" stroke={ink} strokeWidth="2" />,
  'letter-c': (ink) => (
    <>
      <rect
        x="1.5"
        y="1.5"
        width="13"
        height="13"
        fill="none"
        stroke={ink}
        strokeWidth="1"
        strokeDasharray="2 1.5"
      />
      <path d="M10.7 6.2a3.2 3.2 0 1 0 0 3.6" fill="none" stroke={ink} strokeWidth="1.7" />
    </>
  ),
};

/** The shape of a status, in the ink that stands out on its tint and on white. Always beside the word. */
export function Glyph({ status, className }: { status: Status; className?: string | undefined }) {
  const { tone, glyph } = statusLook(status);
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[glyph](`var(--${tone}-ink)`)}
    </svg>
  );
}

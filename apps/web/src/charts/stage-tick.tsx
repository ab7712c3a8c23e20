import { wrapped } from './wrapped.ts';

interface Props {
  stages: readonly { text: string }[];
  /** Given by Recharts. */
  x?: number;
  y?: number;
  payload?: { value: number };
}

/** "4 Adopted and in force", in two lines where one does not fit. */
export function StageTick({ stages, x = 0, y = 0, payload }: Props) {
  const stage = payload?.value ?? 0;
  const lines = wrapped(`${stage} ${stages[stage]?.text ?? ''}`, 30, (part) => part.length);
  return (
    <text textAnchor="end" fontSize="13" fill="var(--ink-soft)">
      {lines.map((line, i) => (
        <tspan
          key={line}
          x={x}
          y={y + (i - (lines.length - 1) / 2) * 15}
          dominantBaseline="central"
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

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
  const lines = wrap(`${stage} ${stages[stage]?.text ?? ''}`, 30);
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

function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

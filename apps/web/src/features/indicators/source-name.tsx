import type { IndicatorSource } from './indicator-data.ts';

export function SourceName({ source }: { source: IndicatorSource | undefined }) {
  if (!source) return null;
  const name = source.year === null ? source.publisher : `${source.publisher}, ${source.year}`;
  return source.url === null ? (
    <span title={source.title}>{name}</span>
  ) : (
    <a href={source.url} title={source.title} rel="noreferrer">
      {name}
    </a>
  );
}

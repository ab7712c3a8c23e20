import { getRouteApi } from '@tanstack/react-router';
import { keep, without } from '../app/search.ts';
import { IndicatorChart } from '../features/indicators/indicator-chart.tsx';
import { viewOf } from '../features/indicators/view.ts';
import { namesOf } from '../ui/area-names.ts';
import { LawFrame } from '../ui/laws/law-part.tsx';

const route = getRouteApi('/embed/indicators/$code');

/** One chart or the matrix of a law, and nothing else, for a frame on another site. What it shows was chosen when its code was copied. */
export function EmbedPage() {
  const data = route.useLoaderData();
  const search = without(keep('embed', route.useSearch()), 'lang');
  if (data.law)
    return (
      <LawFrame
        law={data.law}
        areas={data.areas}
        events={data.events}
        sources={data.sources}
        chosen={search.c?.split('~') ?? []}
      />
    );
  const view = viewOf(data, search);
  return (
    <IndicatorChart
      data={data}
      series={data.series.filter(({ area }) => view.areas.includes(area))}
      names={namesOf(data.areas)}
      view={view}
      search={search}
      framed
    />
  );
}

import type { APIRequestContext } from '@playwright/test';

const asked = `query ($code: ID!, $lang: Language!) { indicator(code: $code, lang: $lang) {
  indicator { kind name { text } unitText { text } } areas { code name { text } } series { area breaks { year } values { year value progress obsStatus } } } }`;

interface Answer {
  data: {
    indicator: {
      indicator: { kind: string; name: { text: string }; unitText: { text: string } };
      areas: { code: string; name: { text: string } }[];
      series: {
        area: string;
        breaks: { year: number }[];
        values: {
          year: number;
          value: string | null;
          progress: string | null;
          obsStatus: string;
        }[];
      }[];
    };
  };
}

export interface PublishedFigures {
  kind: string;
  name: string;
  unit: string;
  /** In the order that is the same on every page. */
  areas: { code: string; name: string }[];
  /** "KGZ 2023 9.2" */
  reported: string[];
  /** Percent of the way from baseline to target, where there is one: "KGZ 2023 28.68" */
  shares: string[];
  /** "KGZ 2019" */
  hidden: string[];
  /** Runs of consecutive comparable years, each to be drawn separately: as a line, or as a point if it is a single year. */
  runs: { area: string; years: number }[];
}

/** "0.2868" as 28.68, without the rounding error of multiplying. */
export const inPercent = (share: string): number => Number((Number(share) * 100).toFixed(8));

/** The figures of an indicator from the public API, which its charts have to show, no more and no less. */
export async function publishedFigures(
  request: APIRequestContext,
  code: string,
  lang: string,
): Promise<PublishedFigures> {
  const response = await request.post('/graphql', {
    data: { query: asked, variables: { code, lang } },
  });
  const { indicator, areas, series } = ((await response.json()) as Answer).data.indicator;
  const reported = series.flatMap(({ area, values }) =>
    values.flatMap(({ year, value }) => (value === null ? [] : [{ area, year, value }])),
  );
  const runs = series.flatMap(({ area, values, breaks }) => {
    const years = values.flatMap(({ year, value }) => (value === null ? [] : [year]));
    const begins = years.filter(
      (year) => !years.includes(year - 1) || breaks.some((one) => one.year === year),
    );
    return begins.map((year, at) => {
      const next = begins[at + 1] ?? Infinity;
      return { area, years: years.filter((one) => one >= year && one < next).length };
    });
  });
  return {
    kind: indicator.kind,
    name: indicator.name.text,
    unit: indicator.unitText.text,
    areas: series.map(({ area }) => ({
      code: area,
      name: areas.find(({ code }) => code === area)?.name.text ?? area,
    })),
    reported: reported.map(({ area, year, value }) => `${area} ${String(year)} ${value}`).sort(),
    shares: series
      .flatMap(({ area, values }) =>
        values.flatMap(({ year, progress }) =>
          progress === null ? [] : [`${area} ${year} ${inPercent(progress)}`],
        ),
      )
      .sort(),
    hidden: series.flatMap(({ area, values }) =>
      values.flatMap(({ year, obsStatus }) => (obsStatus === 'Q' ? [`${area} ${year}`] : [])),
    ),
    runs,
  };
}

/** The figures of some areas only; of all areas if none are named. */
export function narrowed(
  known: PublishedFigures,
  areas: readonly string[] | undefined,
): PublishedFigures {
  if (areas === undefined) return known;
  const isOf = (text: string) => areas.includes(text.slice(0, 3));
  return {
    ...known,
    areas: known.areas.filter(({ code }) => isOf(code)),
    reported: known.reported.filter(isOf),
    shares: known.shares.filter(isOf),
    hidden: known.hidden.filter(isOf),
    runs: known.runs.filter(({ area }) => areas.includes(area)),
  };
}

import type { IndicatorPage } from '../../publication/pages.type.ts';
import { indicatorPath } from '../downloads.ts';
import type { ExportContext } from '../export-format.ts';
import { fileFacts } from '../formats/file-facts.ts';
import { tableSchema } from './table-schema.ts';

/** All that a release says about an indicator but its values: the sheet, targets, breaks, benchmarks, sources, columns. */
export function indicatorMetadata(page: IndicatorPage, context: ExportContext) {
  const { release, lang, origin } = context;
  const { indicator, actions, benchmarks, events, sources, series, areas, law } = page;
  const url = `${origin}/${lang}/indicators/${indicator.code}?release=${release.number}`;
  return {
    ...fileFacts(context),
    page: url,
    lang,
    data: `${origin}${indicatorPath(indicator.code, release.number, lang)}`,
    indicator,
    actions,
    benchmarks,
    events,
    areas,
    // its elements with what is known of each: a law has no series
    law,
    series: series.map(({ area, target, assessment, breaks, alternatives, withheld }) => ({
      ...{ area, target, assessment, breaks, alternatives, withheld },
    })),
    sources,
    schema: tableSchema(context),
  };
}

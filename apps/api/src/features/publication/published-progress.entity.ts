import { defineEntity, p } from '@mikro-orm/core';
import { type FactBasis, LEVEL_WORDS, MOVEMENTS, type Status } from '@qadam/domain';
import type { AssessmentDetail } from '../../assessments/assessment-row.ts';
import { ExactColumn } from '../../database/exact-column.ts';
import type { TargetPath } from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { changing, lifetime, released } from './lifetime.ts';

/** How far an action or an indicator is in an area, as of the year of the release. */
export const PublishedAssessment = defineEntity({
  ...released('PublishedAssessment', 'assessment', ['kind', 'subject', 'area']),
  properties: {
    kind: p.enum(['INDICATOR', 'ACTION'] as const).primary(),
    subject: p.text().primary(),
    area: p.text().primary(),
    word: p.enum(LEVEL_WORDS),
    level: p.type(ExactColumn).nullable(),
    low: p.type(ExactColumn),
    high: p.type(ExactColumn),
    known: p.integer(),
    total: p.integer(),
    movement: p.enum(MOVEMENTS),
    points: p.type(ExactColumn).nullable(),
    status: p.text().$type<Status>().nullable(),
    progress: p.type(ExactColumn).nullable(),
    pace: p.type(ExactColumn).nullable(),
    latestYear: p.integer().nullable(),
    latestValue: p.type(ExactColumn).nullable(),
    detail: p.json<AssessmentDetail>(),
    ...lifetime,
  },
  indexes: [
    { name: 'assessment_by_area', properties: ['area', 'kind'] },
    ...changing('assessment'),
  ],
});

/** A dated fact of the timeline. */
export const PublishedEvent = defineEntity({
  ...released('PublishedEvent', 'event', ['id']),
  properties: {
    id: p.text().primary(),
    action: p.text().nullable(),
    indicator: p.text().nullable(),
    area: p.text(),
    date: p.text(),
    year: p.integer(),
    yesNo: p.boolean().nullable(),
    /** Stages of elements of laws; a null stage: no longer proven from this date. */
    proves: p
      .json<
        { element: string; stage: number | null; provision: string | null; basis: FactBasis }[]
      >()
      .defaultRaw(`'[]'::jsonb`),
    text: p.json<Texts>(),
    source: p.text(),
    ...lifetime,
  },
});

/** From this year on, values are not comparable with earlier ones. */
export const PublishedSeriesBreak = defineEntity({
  ...released('PublishedSeriesBreak', 'series_break', ['indicator', 'area', 'year']),
  properties: {
    indicator: p.text().primary(),
    area: p.text().primary(),
    year: p.integer().primary(),
    kind: p.text(),
    note: p.json<Texts>(),
    source: p.text().nullable(),
    ...lifetime,
  },
});

/** The plan of an indicator in an area: baseline and path. A baseline without a value is a hidden one. */
export const PublishedTarget = defineEntity({
  ...released('PublishedTarget', 'target', ['indicator', 'area']),
  properties: {
    indicator: p.text().primary(),
    area: p.text().primary(),
    version: p.integer(),
    baselineYear: p.integer().nullable(),
    baselineValue: p.type(ExactColumn).nullable(),
    baselineSource: p.text().nullable(),
    path: p.text().$type<TargetPath>(),
    points: p.json<{ year: number; value: string }[]>(),
    tolerance: p.type(ExactColumn),
    reference: p.boolean(),
    citation: p.json<Texts>().nullable(),
    rationale: p.json<Texts>(),
    confirmedOn: p.date().nullable(),
    ...lifetime,
  },
});

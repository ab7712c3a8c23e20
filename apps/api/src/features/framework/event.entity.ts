import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { BREAK_KINDS } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { Area } from '../countries/area.entity.ts';
import { Action } from './action.entity.ts';
import { Source } from './source.entity.ts';
import { Indicator } from '../indicators/indicator.entity.ts';

/** A dated fact of the timeline; for a law it proves stages of elements. */
export const Event = defineEntity({
  name: 'Event',
  schema: 'work',
  tableName: 'event',
  properties: {
    id: p.text().primary(),
    action: () => reference(Action).nullable(),
    indicator: () => reference(Indicator).nullable(),
    area: () => reference(Area),
    date: p.text(),
    year: p.integer(),
    yesNo: p.boolean().nullable(),
    text: p.json<Texts>(),
    source: () => reference(Source),
    proves: p.json<unknown>().defaultRaw(`'[]'::jsonb`),
  },
  indexes: [{ name: 'event_by_indicator', properties: ['indicator', 'area'] }],
});
export type Event = InferEntity<typeof Event>;

/** From this year on, the values of a series are not comparable with earlier ones. */
export const SeriesBreak = defineEntity({
  name: 'SeriesBreak',
  schema: 'work',
  tableName: 'series_break',
  properties: {
    indicator: () => reference(Indicator).primary(),
    area: () => reference(Area).primary(),
    year: p.integer().primary(),
    kind: p.enum(BREAK_KINDS),
    note: p.json<Texts>(),
    source: () => reference(Source).nullable(),
  },
});
export type SeriesBreak = InferEntity<typeof SeriesBreak>;

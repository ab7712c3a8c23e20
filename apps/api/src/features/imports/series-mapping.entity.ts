import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Part } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** Which indicator a series of an office’s files is. */
export const SeriesMapping = defineEntity({
  name: 'SeriesMapping',
  schema: 'work',
  tableName: 'series_mapping',
  properties: {
    area: () => reference(Area).primary(),
    format: p.text().primary(),
    series: p.text().primary(),
    indicator: () => reference(Indicator),
    /** The parts that the whole series is about, which therefore count as its total: { sex: 'F', age: 'Y0T18' }. */
    totals: p.json<Partial<Part>>().defaultRaw(`'{}'::jsonb`),
    note: p.text().nullable(),
    mappedBy: () => reference(UserAccount),
    mappedAt: p.datetime().defaultRaw('now()'),
    /** The officer who confirmed the mapping. A reporter's mapping is already used before that. */
    confirmedBy: () => reference(UserAccount).nullable(),
  },
});
export type SeriesMapping = InferEntity<typeof SeriesMapping>;

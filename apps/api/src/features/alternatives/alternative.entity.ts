import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ExactColumn } from '../../database/exact-column.ts';
import { reference } from '../../database/reference.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { Area } from '../countries/area.entity.ts';
import { Source } from '../framework/source.entity.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** Another official value of the same cell, with its source, next to the value that is shown. */
export const Alternative = defineEntity({
  name: 'Alternative',
  schema: 'work',
  tableName: 'alternative',
  properties: {
    indicator: () => reference(Indicator).primary(),
    area: () => reference(Area).primary(),
    year: p.integer().primary(),
    source: () => reference(Source).primary(),
    value: p.type(ExactColumn).primary(),
    note: p.json<Texts>(),
    chosen: p.json<Texts>(),
    recordedBy: () => reference(UserAccount).nullable(),
    recordedAt: p.datetime().nullable(),
  },
});
export type Alternative = InferEntity<typeof Alternative>;

/** An officer's decision which value is shown first; null source and value: the reported one. */
export const AlternativeChoice = defineEntity({
  name: 'AlternativeChoice',
  schema: 'work',
  tableName: 'alternative_choice',
  properties: {
    number: p.bigint('number').primary().autoincrement().generated('identity'),
    indicator: () => reference(Indicator),
    area: () => reference(Area),
    year: p.integer(),
    source: () => reference(Source).nullable(),
    value: p.type(ExactColumn).nullable(),
    why: p.json<Texts>(),
    decidedBy: () => reference(UserAccount),
    decidedAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'alternative_choice_by_cell', properties: ['indicator', 'area', 'year'] }],
  checks: [
    { name: 'alternative_choice_check', expression: '((source IS NULL) = (value IS NULL))' },
  ],
});
export type AlternativeChoice = InferEntity<typeof AlternativeChoice>;

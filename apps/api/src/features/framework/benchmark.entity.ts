import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { BENCHMARK_SENSES, RATE_KINDS } from '@qadam/domain';
import { ExactColumn } from '../../database/exact-column.ts';
import { reference } from '../../database/reference.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { Area } from '../countries/area.entity.ts';
import { Source } from './source.entity.ts';
import { Indicator } from '../indicators/indicator.entity.ts';

/** An international standard that values of an indicator are compared with. */
export const Benchmark = defineEntity({
  name: 'Benchmark',
  schema: 'work',
  tableName: 'benchmark',
  properties: {
    id: p.text().primary(),
    indicator: () => reference(Indicator),
    value: p.type(ExactColumn),
    per: p.type(ExactColumn).nullable(),
    kind: p.enum(RATE_KINDS),
    sense: p.enum(BENCHMARK_SENSES),
    population: p.text().nullable(),
    label: p.json<Texts>(),
    citation: p.json<Texts>(),
    url: p.text().nullable(),
    source: () => reference(Source).nullable(),
  },
});
export type Benchmark = InferEntity<typeof Benchmark>;

/** The size of a population in an area and a year, to compute rates with. */
export const Denominator = defineEntity({
  name: 'Denominator',
  schema: 'work',
  tableName: 'denominator',
  properties: {
    area: () => reference(Area).primary(),
    kind: p.text().primary(),
    year: p.integer().primary(),
    sex: p.text().primary().default('_T'),
    age: p.text().primary().default('_T'),
    value: p.type(ExactColumn),
    source: () => reference(Source),
  },
});
export type Denominator = InferEntity<typeof Denominator>;

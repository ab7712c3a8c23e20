import { defineEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

export const Cycle = defineEntity({
  name: 'Cycle',
  schema: 'work',
  tableName: 'cycle',
  properties: {
    year: p.integer().primary().autoincrement(false),
    opensOn: p.date(),
    dueOn: p.date(),
    closesOn: p.date(),
    version: p.integer().default(1),
    closedAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'cycle_check', expression: '((opens_on <= due_on) AND (due_on <= closes_on))' },
    { name: 'cycle_year_check', expression: '((year >= 1990) AND (year <= 2100))' },
  ],
});

export const Assignment = defineEntity({
  name: 'Assignment',
  schema: 'work',
  tableName: 'assignment',
  properties: {
    cycle: () => reference(Cycle).primary(),
    area: () => reference(Area).primary(),
    indicator: () => reference(Indicator).primary(),
    organisation: () => reference(Organisation),
    /** The person of the country who fills the indicator in; null: nobody in particular. */
    person: () => reference(UserAccount).nullable(),
  },
});

import { defineEntity, p } from '@mikro-orm/core';
import { WITHDRAWN } from '@qadam/domain';
import { cellKey } from '../../../database/cell-properties.ts';
import { CELL_COLUMNS } from '../../../database/expressions.ts';
import { reference } from '../../../database/reference.ts';
import { Area } from '../../countries/area.entity.ts';
import { Indicator } from '../../indicators/indicator.entity.ts';
import { Release } from '../../publication/release.entity.ts';
import { UserAccount } from '../../users/user-account.entity.ts';

/** A request to take a published cell out of every release for somebody's safety, and the decision of a second person. */
export const Withdrawal = defineEntity({
  name: 'Withdrawal',
  schema: 'work',
  tableName: 'withdrawal',
  properties: {
    id: p.uuid().primary(),
    indicator: () => reference(Indicator),
    area: () => reference(Area),
    year: p.integer(),
    sex: p.text(),
    age: p.text(),
    urbanisation: p.text(),
    region: p.text(),
    breakdown: p.text(),
    reason: p.text(),
    state: p.enum(['REQUESTED', 'CONFIRMED', 'REJECTED'] as const).default('REQUESTED'),
    requestedBy: () => reference(UserAccount),
    requestedAt: p.datetime().defaultRaw('now()'),
    decidedBy: () => reference(UserAccount).nullable(),
    settledAt: p.datetime().nullable(),
  },
  uniques: [
    {
      name: 'withdrawal_of_cell',
      properties: [...CELL_COLUMNS],
      where: { state: { $ne: 'REJECTED' } },
    },
  ],
  checks: [
    { name: 'withdrawal_check', expression: '(decided_by <> requested_by)' },
    {
      name: 'withdrawal_check1',
      expression:
        "(((state = 'REQUESTED'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (decided_by IS NULL)))",
    },
  ],
});

/** A cell that goes, or went, with a withdrawal; cover: nobody asked for it, but it would give the other away. */
export const WithdrawalCell = defineEntity({
  name: 'WithdrawalCell',
  schema: 'work',
  tableName: 'withdrawal_cell',
  properties: {
    withdrawal: () => reference(Withdrawal).primary(),
    ...cellKey,
    cover: p.boolean(),
  },
  indexes: [{ name: 'withdrawal_cell_by_table', properties: ['indicator', 'year'] }],
});

/** A row of a release as it was written, before a withdrawal hid or removed it. */
export const WithdrawnRow = defineEntity({
  name: 'WithdrawnRow',
  schema: 'work',
  tableName: 'withdrawn_row',
  properties: {
    number: p.bigint('number').primary().autoincrement().generated('identity'),
    withdrawal: () => reference(Withdrawal),
    relation: p.enum(Object.keys(WITHDRAWN) as (keyof typeof WITHDRAWN)[]),
    /** The columns of the row as it was written. */
    content: p.json<unknown>(),
    lastRelease: () => reference(Release, { deferMode: 'deferred' }),
  },
});

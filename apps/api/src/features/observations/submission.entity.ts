import { defineEntity, p } from '@mikro-orm/core';

/** A return: what one area handed in at once, with its receipt number. */
export const SubmissionSchema = defineEntity({
  name: 'Submission',
  tableName: 'submission',
  schema: 'work',
  properties: {
    id: p.uuid().primary(),
    number: p.string(),
    cycle: p.integer(),
    area: p.string(),
    organisation: p.uuid().nullable(),
    note: p.text().nullable(),
    /** The head's signed letter: evidence of the return as a whole. */
    letter: p.uuid().nullable(),
    submittedBy: p.uuid(),
    submittedAt: p.datetime().defaultRaw('now()'),
    recalledAt: p.datetime().nullable(),
  },
});

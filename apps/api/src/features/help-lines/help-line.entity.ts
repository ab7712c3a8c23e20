import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { languages } from '@qadam/i18n';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** Where people can find help, for one country and language. */
export const HelpLine = defineEntity({
  name: 'HelpLine',
  schema: 'work',
  tableName: 'help_line',
  properties: {
    area: () => reference(Area).primary(),
    lang: p.enum(languages).primary(),
    text: p.text(),
    version: p.integer().default(1),
    updatedBy: () => reference(UserAccount),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  checks: [{ name: 'help_line_text_check', expression: '(length(text) <= 4000)' }],
});
export type HelpLine = InferEntity<typeof HelpLine>;

import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import type { Codes } from './answers.ts';
import type { ColumnChoice } from './formats/format.ts';

/** What an organisation answered about its files of one shape, so that it is not asked again. */
export const FileShape = defineEntity({
  name: 'FileShape',
  schema: 'work',
  tableName: 'file_shape',
  properties: {
    area: () => reference(Area).primary(),
    organisation: () => reference(Organisation).primary(),
    /** SHA-256 of the column names with their years removed. */
    shape: p.text().primary(),
    columnChoice: p.json<ColumnChoice>().nullable(),
    codes: p.json<Codes>().defaultRaw(`'{}'::jsonb`),
    saidAt: p.datetime().defaultRaw('now()'),
  },
});
export type FileShape = InferEntity<typeof FileShape>;

import type { EntitySchemaWithMeta } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/postgresql';
import type { publicEntities, workEntities } from './entities.ts';

type TablesOf<Schema extends string, Entity extends EntitySchemaWithMeta> = {
  [One in Entity as `${Schema}.${One['tableName']}`]: InferKyselyTable<One>;
};

// interfaces, because the compiler's messages then name them instead of listing all tables
export interface PublicTables extends TablesOf<'publication', (typeof publicEntities)[number]> {}
export interface Tables extends PublicTables, TablesOf<'work', (typeof workEntities)[number]> {}

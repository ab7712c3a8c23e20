import { UnderscoreNamingStrategy } from '@mikro-orm/core';

const SUFFIX = { primary: 'pkey', foreign: 'fkey', unique: 'key' } as const;

/** Names columns and constraints as PostgreSQL itself does; the column of a reference has the name of its property. */
export class PostgresNames extends UnderscoreNamingStrategy {
  override joinKeyColumnName(property: string): string {
    return this.propertyToColumnName(property);
  }

  override joinColumnName(property: string): string {
    return this.propertyToColumnName(property);
  }

  override indexName(
    ...[table, columns, type]: Parameters<UnderscoreNamingStrategy['indexName']>
  ): string {
    if (!(type in SUFFIX)) return super.indexName(table, columns, type);
    const parts = type === 'primary' ? [table] : [table, ...columns];
    return [...parts, SUFFIX[type as keyof typeof SUFFIX]].join('_');
  }
}

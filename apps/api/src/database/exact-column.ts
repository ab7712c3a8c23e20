import { Type } from '@mikro-orm/core';

/** An exact figure without the trailing zeros of its column. */
export const withoutPadding = (figure: string): string =>
  figure.includes('.') ? figure.replace(/(?<=[.1-9])0+$/, '').replace(/\.$/, '') : figure;

/** Columns of type work.exact, a domain in PostgreSQL over the type below; strings both when read and when written. */
export class ExactColumn extends Type<string, string> {
  override getColumnType(): string {
    return 'numeric(30, 15)';
  }
}

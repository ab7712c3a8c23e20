import { Type } from '@mikro-orm/core';

/** An exact figure without the zeros that its column pads it with. */
export const withoutPadding = (figure: string): string =>
  figure.includes('.') ? figure.replace(/(?<=[.1-9])0+$/, '').replace(/\.$/, '') : figure;

/** Column type work.exact, a domain of PostgreSQL over the type below: a string both ways. */
export class ExactColumn extends Type<string, string> {
  override getColumnType(): string {
    return 'numeric(30, 15)';
  }
}

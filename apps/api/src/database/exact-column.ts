import { Type } from '@mikro-orm/core';

/** Column type work.exact: a string both ways, read without the zeros that the column pads it with. */
export class ExactColumn extends Type<string, string> {
  override getColumnType(): string {
    return 'numeric(30, 15)';
  }

  override convertToJSValueSQL(column: string): string {
    return `trim_scale(${column})::text`;
  }
}

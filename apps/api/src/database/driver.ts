import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Connection } from './connection.ts';
import { PlainLiterals } from './plain-literals.ts';

export class Driver extends PostgreSqlDriver {
  protected override readonly platform = new PlainLiterals();
  protected override readonly connection = new Connection(this.config);
}

import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Connection } from './connection.ts';

export class Driver extends PostgreSqlDriver {
  protected override readonly connection = new Connection(this.config);
}

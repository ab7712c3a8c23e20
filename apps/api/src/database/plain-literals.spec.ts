import { expect, it } from '@jest/globals';
import { MikroORM, PostgreSqlPlatform } from '@mikro-orm/postgresql';
import { ormConfig } from './orm.config.ts';

it.each(['', 'plain', "it's", '\\', "\\'", "''\\\\'", 'А\n"?$1—\u{1F642}'])(
  'a text in a statement is quoted as MikroORM would: %j',
  (text) => {
    const ours = new MikroORM(ormConfig('postgresql://127.0.0.1/none')).driver.getPlatform();
    expect(ours.constructor).not.toBe(PostgreSqlPlatform);
    expect(ours.escape([text, 1, null])).toBe(new PostgreSqlPlatform().escape([text, 1, null]));
  },
);

import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { publicFeatures } from './public-graphql.module.ts';
import { buildSchema, schemaText } from './schema-text.ts';
import { workFeatures } from './work-graphql.module.ts';

/**
 * Writes libs/schema/{public,work}.graphql from the code, without a database. --check writes nothing and fails if a file would change; --out=folder
 * writes to another folder.
 */
const check = process.argv.includes('--check');
const out = process.argv.find((argument) => argument.startsWith('--out='))?.slice('--out='.length);
const folder = path.resolve(out ?? path.join(import.meta.dirname, '../../../../libs/schema'));

const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
  logger: ['error'],
});
mkdirSync(folder, { recursive: true });
for (const [name, features] of Object.entries({ public: publicFeatures, work: workFeatures })) {
  const text = schemaText(await buildSchema(app.get(GraphQLSchemaFactory), features));
  const file = path.join(folder, `${name}.graphql`);
  if (!check) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(
      `${path.relative(process.cwd(), file)} is not what the code says: npm run generate`,
    );
    process.exitCode = 1;
  }
}
await app.close();

import { Controller, Get, Header } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema } from 'graphql';
import { reachableSchema } from './reachable-schema.ts';
import { schemaText } from './schema-text.ts';

/** The schema of /graphql as a file: for code generators, and for reading. */
@Controller('data')
export class PublicSchemaController {
  private text: string | undefined;

  constructor(private readonly host: GraphQLSchemaHost) {}

  @Get('schema.graphql')
  @Header('content-type', 'application/graphql; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  schema(): string {
    return (this.text ??= schemaText(lexicographicSortSchema(reachableSchema(this.host.schema))));
  }
}

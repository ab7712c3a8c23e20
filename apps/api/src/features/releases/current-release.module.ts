import { Module } from '@nestjs/common';
import { CurrentRelease } from './current-release.ts';

/** Separate from ReleasesModule: a public module that imported that one would bring its resolvers to /graphql. */
@Module({ providers: [CurrentRelease], exports: [CurrentRelease] })
export class CurrentReleaseModule {}

import { Module } from '@nestjs/common';
import { CurrentRelease } from './current-release.ts';

/** Apart from ReleasesModule: whatever a public module imports brings its resolvers to /graphql, theirs included. */
@Module({ providers: [CurrentRelease], exports: [CurrentRelease] })
export class CurrentReleaseModule {}

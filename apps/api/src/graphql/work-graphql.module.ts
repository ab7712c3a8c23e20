import { Module } from '@nestjs/common';
import { GraphQLModule, GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { ApiTokensModule } from '../features/api-tokens/api-tokens.module.ts';
import { AgreementsModule } from '../features/agreements/agreements.module.ts';
import { AuditSearchModule } from '../features/audit-search/audit-search.module.ts';
import { FollowingModule } from '../features/following/following.module.ts';
import { HelpLinesModule } from '../features/help-lines/help-lines.module.ts';
import { ImportsModule } from '../features/imports/imports.module.ts';
import { AlternativesModule } from '../features/alternatives/alternatives.module.ts';
import { ErrorReportsModule } from '../features/error-reports/error-reports.module.ts';
import { EvidenceModule } from '../features/evidence/evidence.module.ts';
import { DeadlinesModule } from '../features/deadlines/deadlines.module.ts';
import { DeskChangesModule } from '../features/desk-changes/desk-changes.module.ts';
import { DeskSummaryModule } from '../features/desk-summary/desk-summary.module.ts';
import { NotificationsModule } from '../features/notifications/notifications.module.ts';
import { FrameworkModule } from '../features/framework/framework.module.ts';
import { ObservationsModule } from '../features/observations/observations.module.ts';
import { OrganisationsModule } from '../features/organisations/organisations.module.ts';
import { QualityModule } from '../features/quality/quality.module.ts';
import { ReleasesModule } from '../features/releases/releases.module.ts';
import { RetentionModule } from '../features/retention/retention.module.ts';
import { ReturnsModule } from '../features/returns/returns.module.ts';
import { ReviewsModule } from '../features/reviews/reviews.module.ts';
import { SubscriptionsModule } from '../features/subscriptions/subscriptions.module.ts';
import { SystemHealthModule } from '../features/system-health/system-health.module.ts';
import { TargetsModule } from '../features/targets/targets.module.ts';
import { TranslationsModule } from '../features/translations/translations.module.ts';
import { UserAdministrationModule } from '../features/user-administration/user-administration.module.ts';
import { RequestActor } from '../features/users/request-actor.ts';
import { WebhooksModule } from '../features/webhooks/webhooks.module.ts';
import { UsersModule } from '../features/users/users.module.ts';
import type { ApiContext } from './access.ts';
import { clientErrorOf } from './client-error.ts';
import { servedSchema } from './served-schema.ts';
import { serverOptions } from './server-options.ts';

/** Modules whose resolvers are for the desks. */
export const workFeatures = [
  UsersModule,
  ApiTokensModule,
  ReturnsModule,
  ObservationsModule,
  ReviewsModule,
  TargetsModule,
  ReleasesModule,
  UserAdministrationModule,
  OrganisationsModule,
  HelpLinesModule,
  AuditSearchModule,
  ImportsModule,
  EvidenceModule,
  AlternativesModule,
  NotificationsModule,
  WebhooksModule,
  DeadlinesModule,
  DeskChangesModule,
  DeskSummaryModule,
  FrameworkModule,
  QualityModule,
  AgreementsModule,
  TranslationsModule,
  SystemHealthModule,
  FollowingModule,
  SubscriptionsModule,
  ErrorReportsModule,
];

/** The desks. Without a session nothing is answered, not even the schema. */
@Module({
  imports: [
    ...workFeatures,
    RetentionModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: serverOptions.driver,
      imports: [GraphQLSchemaBuilderModule, UsersModule],
      inject: [GraphQLSchemaFactory, RequestActor, SETTINGS],
      useFactory: async (
        factory: GraphQLSchemaFactory,
        actors: RequestActor,
        settings: Settings,
      ): Promise<ApolloDriverConfig> => ({
        ...serverOptions,
        ...(await servedSchema(factory, workFeatures)),
        path: '/work/graphql',
        include: workFeatures,
        introspection: !settings.production,
        context: async (request: FastifyRequest): Promise<ApiContext> => ({
          // Apollo answers any other error with 500
          actor: await actors.of(request).catch((error: unknown) => {
            throw clientErrorOf(error) ?? error;
          }),
        }),
      }),
    }),
  ],
})
export class WorkGraphqlModule {}

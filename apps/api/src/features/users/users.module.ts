import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.ts';
import { AuthService } from './auth.service.ts';
import { MeResolver } from './me.resolver.ts';
import { RequestActor } from './request-actor.ts';
import { SessionStore } from './session.store.ts';
import { SignInLimits } from './sign-in-limits.ts';

@Module({
  controllers: [AuthController],
  providers: [AuthService, MeResolver, RequestActor, SessionStore, SignInLimits],
  exports: [AuthService, RequestActor, SignInLimits],
})
export class UsersModule {}

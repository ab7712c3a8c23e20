import {
  createParamDecorator,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Language } from '@qadam/i18n';
import { can, canSomewhere, limitOf, type Operation, type Role, type Subject } from '@qadam/domain';
import { ApiError } from './api-error.ts';

export interface Actor {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** The country a reporter is bound to. */
  area: string | null;
  /** The countries an officer is limited to; null: no limit. */
  areas: readonly string[] | null;
  organisation: string | null;
  /** The language the person reads now: answers to changes bring their names in it. */
  lang: Language;
  /** The session by which the person is signed in, where there is one. */
  session?: string;
  /** The token by which a program of the person's organisation acts, where it does. */
  token?: string;
}

/** What a resolver's context holds; the public endpoint has no actor, whatever cookies were sent. */
export interface ApiContext {
  actor: Actor | null;
  /** Takes so much more of the network's share of public reads, or refuses. Desks and pages are not charged by the query. */
  pay?: (price: number) => void;
  /** Takes it even beyond the share: the cost that an answer turned out to have once it was made. */
  owe?: (price: number) => void;
}

export const ACCESS_MARK = 'qadam:access';

/** Every root field carries one; a field without it is refused. */
export const Access = (operation: Operation) => SetMetadata(ACCESS_MARK, operation);

export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor => {
    const { actor } = GqlExecutionContext.create(context).getContext<ApiContext>();
    if (!actor) throw new ApiError('UNAUTHENTICATED');
    return actor;
  },
);

/** Throws unless `actor` may do `operation` to `subject`. A foreign area answers like one that does not exist. */
export function permit(actor: Actor | null, operation: Operation, subject: Subject): void {
  const answer = can(actor, operation, subject);
  if (answer !== 'ALLOWED') throw new ApiError(answer);
}

/**
 * The same of what lies in many areas. Returns those that may be looked at, null for every one: the named one, or without a
 * name all that an officer is not kept from.
 */
export function permitAreas(
  actor: Actor,
  operation: Operation,
  area: string | null = null,
): readonly string[] | null {
  const areas = area === null ? limitOf(actor) : [area];
  permit(actor, operation, { area: areas?.[0] });
  return areas;
}

/**
 * A coarse check before the services' own: is the field marked, and may this person ever do that? Which area is meant, only
 * the service knows.
 */
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const operation = this.reflector.get<Operation | undefined>(ACCESS_MARK, context.getHandler());
    if (!operation) throw new ApiError('FORBIDDEN');
    const { actor } = GqlExecutionContext.create(context).getContext<ApiContext>();
    const answer = canSomewhere(actor, operation);
    if (answer !== 'ALLOWED') throw new ApiError(answer);
    return true;
  }
}

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
  /** The country that a reporter belongs to. */
  area: string | null;
  /** The countries an officer is limited to; null: no limit. */
  areas: readonly string[] | null;
  organisation: string | null;
  /** The language in which the person reads: names in answers to changes are in it. */
  lang: Language;
  /** The session through which the person is signed in, if any. */
  session?: string;
  /** The token of a program that acts for the person's organisation, if any. */
  token?: string;
}

/** The context of a resolver. On the public endpoint there is no actor, whatever cookies were sent. */
export interface ApiContext {
  actor: Actor | null;
  /** Charges the network's share of public reads, or refuses if it is used up. Requests of desks and pages are not charged by query. */
  pay?: (price: number) => void;
  /** Charges even more than is left of the share: the cost of an answer that turned out to be larger than assumed. */
  owe?: (price: number) => void;
}

export const ACCESS_MARK = 'qadam:access';

/** The mark that every root field needs; a field without it is refused. */
export const Access = (operation: Operation) => SetMetadata(ACCESS_MARK, operation);

export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor => {
    const { actor } = GqlExecutionContext.create(context).getContext<ApiContext>();
    if (!actor) throw new ApiError('UNAUTHENTICATED');
    return actor;
  },
);

/**
 * Throws unless `actor` may do `operation` to `subject`. For an area that is not the actor's, the answer is the same as for one that does not exist.
 */
export function permit(actor: Actor | null, operation: Operation, subject: Subject): void {
  const answer = can(actor, operation, subject);
  if (answer !== 'ALLOWED') throw new ApiError(answer);
}

/**
 * The same for subjects in many areas. Returns the areas that may be seen, null for all: the named one, or without a name all that the actor is not
 * barred from.
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
 * A coarse check before those of the services: is the field marked, and may this person do that anywhere? Only the service knows which area is meant.
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

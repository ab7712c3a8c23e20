import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import { ProblemError, refused } from '../../graphql/problem.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Planner, type Plans } from './disclosure/planner.ts';
import { textProblem } from '../../graphql/free-text.ts';
import {
  checkYear,
  type Publication,
  type PublishAnswer,
  refuseUnplanned,
  ReleasesService,
} from './releases.service.ts';

/** A publication requested by an officer who has seen its preview. */
export interface PreviewedPublication extends Publication {
  previewHash: string;
  idempotencyKey: string;
}

@Injectable()
export class PublishReleaseService {
  constructor(
    private readonly change: DeskChange,
    private readonly releases: ReleasesService,
    private readonly planner: Planner,
  ) {}

  async publish(actor: Actor, input: PreviewedPublication): Promise<PublishAnswer> {
    permit(actor, 'PUBLISH_RELEASE', {});
    checkYear(input);
    const { done, problems } = await this.planner.attempt((plans) =>
      this.change.run(actor, 'PUBLISH_RELEASE', input, (tx) => this.write(tx, actor, input, plans)),
    );
    return { number: done, problems };
  }

  private async write(tx: EntityManager, actor: Actor, input: PreviewedPublication, plans: Plans) {
    checkNote(input);
    const preview = await this.releases.prepare(tx, input, plans);
    refuseUnplanned(preview);
    if (preview.candidate.previewHash !== input.previewHash)
      throw refused('PREVIEW_OUTDATED', 'previewHash');
    const written = await this.releases.write(tx, actor, input, preview);
    if (written.number === null) throw new ProblemError(...written.problems);
    return written.number;
  }
}

export function checkNote({ note }: Publication): void {
  const unfit = Object.values(note).flatMap((text) => textProblem(text, 'note') ?? []);
  if (unfit.length > 0) throw new ProblemError(...unfit);
}

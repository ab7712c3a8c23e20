import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../graphql/access.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import type { SubmitReturnAnswer } from './returns.type.ts';
import { signatureRequestById } from './signature-request.reader.ts';
import { submissionById } from './submission.reader.ts';

/** What was done with a return: the ids that are kept with the change. */
interface DoneWithReturn {
  submission?: string;
  prepared?: string;
}

/** The answer to anybody who submits, prepares, signs, gives back or recalls a return. */
@Injectable()
export class ReturnAnswers {
  constructor(
    private readonly em: EntityManager,
    private readonly forms: ReturnFormReader,
  ) {}

  async of(
    actor: Actor,
    { area, cycle }: { area: string; cycle: number },
    done: DoneWithReturn | null,
    problems: Problem[],
  ): Promise<SubmitReturnAnswer> {
    const { em, forms } = this;
    return {
      submission: done?.submission == null ? null : await submissionById(em, done.submission),
      prepared:
        done?.prepared == null ? null : await signatureRequestById(em, actor, done.prepared),
      get form() {
        return forms.form(em, { actor, area, cycle, lang: actor.lang });
      },
      problems,
    };
  }
}

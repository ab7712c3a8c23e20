import { ID, InputType } from '@nestjs/graphql';
import { Nullable } from '../../graphql/fields.ts';

@InputType({ description: 'Events must match every condition that is given.' })
export class AuditFilter {
  @Nullable(String, 'Part of a name or an e-mail address.')
  who?: string | null;

  @Nullable(String) operation?: string | null;

  @Nullable(String, 'Part of the subject, such as `INDICATOR A1.1`.')
  subject?: string | null;

  @Nullable(ID) area?: string | null;

  @Nullable(String, 'First day, in UTC: 2026-11-25.')
  from?: string | null;

  @Nullable(String, 'Last day, in UTC.') to?: string | null;

  @Nullable(String, 'Part of a value before or after.')
  value?: string | null;
}

import { InputType } from '@nestjs/graphql';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class RenewCalendarInput extends ChangeInput {}

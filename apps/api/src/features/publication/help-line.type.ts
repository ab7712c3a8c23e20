import { Field, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Area } from './area.type.ts';

@ObjectType({ description: 'Where help is found in a country, as a release says it.' })
export class PublicHelpLine {
  @Field(() => Area) area!: Area;
  @Field(() => LocalText) text!: LocalText;
}

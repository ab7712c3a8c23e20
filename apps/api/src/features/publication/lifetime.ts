import { reference } from '../../database/reference.ts';
import { Release } from './release.entity.ts';

/** The releases in which a published row stands: from the first that has it until the first that has it no longer. */
export const lifetime = {
  fromRelease: () => reference(Release, { deferMode: 'deferred' }).primary(),
  untilRelease: () => reference(Release, { deferMode: 'deferred' }).nullable(),
};

/** Rows of the newest release. */
export const STANDING = { untilRelease: null };

export const endsLater = (name: string) => ({
  name,
  expression: 'until_release is null or until_release > from_release',
});

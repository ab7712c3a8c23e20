import { BREAKDOWN_DIMENSIONS, type Part, partKey } from '@qadam/domain';

/** One cell of an area and year. */
export interface Face {
  indicator: string;
  part: Part;
}

export const faceText = ({ indicator, part }: Face): string => `${indicator} ${partKey(part)}`;

/** A table `f` of the faces that `facesAsJson` makes a parameter of. */
export const FACES = `jsonb_to_recordset(?::jsonb) as f(indicator text, ${BREAKDOWN_DIMENSIONS.map(
  (dimension) => `${dimension} text`,
).join(', ')})`;

export const facesAsJson = (faces: readonly Face[]): string =>
  JSON.stringify(faces.map(({ indicator, part }) => ({ indicator, ...part })));

/** Is this row of work.observation about the face `f`? */
export const isOfFace = (observation: string): string =>
  ['indicator', ...BREAKDOWN_DIMENSIONS].map((column) => `${observation}.${column} = f.${column}`).join(' and ');

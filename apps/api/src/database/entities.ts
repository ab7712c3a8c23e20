import * as ofPublication from './public-entities.ts';
import * as ofWork from './work-entities.ts';

/** Of schema `publication`. */
export const publicEntities = Object.values(ofPublication);

/** Of schema `work`. */
export const workEntities = Object.values(ofWork);

export const entities = [...publicEntities, ...workEntities];

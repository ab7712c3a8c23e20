import * as ofPublication from './public-entities.ts';
import * as ofWork from './work-entities.ts';

/** Entities of schema `publication`. */
export const publicEntities = Object.values(ofPublication);

/** Entities of schema `work`. */
export const workEntities = Object.values(ofWork);

export const entities = [...publicEntities, ...workEntities];

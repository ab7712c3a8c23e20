/**
 * The version of the rules in this folder, stored and exported (METHOD_VERSION) with every status.
 * A changed threshold, weight or decision order is a new version: two releases of different versions
 * are not compared as progress (see `diffReleases`).
 */
export const METHOD_VERSION = '2.0';

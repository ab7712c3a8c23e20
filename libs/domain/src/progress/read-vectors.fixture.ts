import { readFileSync } from 'node:fs';

export interface Vector {
  id: string;
  fn: string;
  title: string;
  input: never;
  expected: unknown;
}

/** The vectors of a file, as rows for `test.each`: id, title, vector. */
export function readVectors(file: URL): [id: string, title: string, vector: Vector][] {
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
  return vectors.map((vector) => [vector.id, vector.title, vector]);
}

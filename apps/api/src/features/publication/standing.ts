/**
 * Reading a release is one condition: rows begun at or before it and not ended by then. Every query of this folder starts
 * with `with at as (select ?::int as release, …)`.
 */
export function standing(table: string, release = 'at.release'): string {
  return `(select x.* from publication.${table} x, at where x.from_release <= ${release}
    and (x.until_release is null or x.until_release > ${release}))`;
}

interface Rows {
  /** Table, or a subquery of its columns. */
  from: string;
  /** Fields as in the type, `#` before an exact decimal, which travels as text: `code latestYear #latestValue`. */
  fields: string;
  where?: string;
  order?: string;
}

/** One JSON array of rows: a page is read in one statement, whatever it is made of. */
export function rows({ from, fields, where, order }: Rows): string {
  const pairs = fields
    .trim()
    .split(/\s+/)
    .map((field) => {
      const name = field.replace('#', '');
      const column = `t.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
      return `'${name}', ${field.startsWith('#') ? `trim_scale(${column})::text` : column}`;
    });
  return `coalesce((select jsonb_agg(jsonb_build_object(${pairs.join(', ')}) ${order ? `order by ${order}` : ''})
    from ${from} t ${where ? `where ${where}` : ''}), '[]')`;
}

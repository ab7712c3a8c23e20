import { rows, standing } from './standing.ts';

/** Documents of released values, one line a document, indicator, area and year; the newest year first. */
export function documents(where: string): string {
  return rows({
    from: `(select distinct d.id, d.kind, d.title, d.media_type, d.size, d.lang, d.url, v.indicator, v.area, v.year
      from ${standing('value_document')} v join ${standing('document')} d on d.id = v.document)`,
    fields: 'id kind title mediaType size lang url indicator area year',
    where,
    order: 't.year desc, t.area, t.indicator, t.title, t.id',
  });
}

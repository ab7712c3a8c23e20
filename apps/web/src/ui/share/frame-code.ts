/** No script, no cookie, nothing but a frame. */
export function frameCode(address: string, title: string): string {
  const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Checked first, so that a text that is no id finds nothing, like an unknown id. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

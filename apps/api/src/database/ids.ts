const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Text that is no id belongs to nothing, like an id that nobody has. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

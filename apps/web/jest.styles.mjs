// Class names of CSS modules read as their own keys.
export default new Proxy({}, { get: (_, key) => (typeof key === 'string' ? key : undefined) });

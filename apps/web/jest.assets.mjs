// What a bundler makes of an import that is no script.
import { registerHooks } from 'node:module';

const module = (code) => ({
  url: `data:text/javascript,${encodeURIComponent(code)}`,
  shortCircuit: true,
});
// the names of a CSS module's classes are their own keys
const styles = module('export default new Proxy({}, { get: (_, key) => key })');
// no file is served: the address of a drawing is not looked at
const drawing = module('export default "drawing.svg"');

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.endsWith('.css')) return styles;
    if (/\.svg(\?url)?$/.test(specifier)) return drawing;
    return next(specifier, context);
  },
});

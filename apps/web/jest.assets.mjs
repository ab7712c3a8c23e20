// Does for specs what a bundler does with an import that is no script.
import { registerHooks } from 'node:module';

const module = (code) => ({
  url: `data:text/javascript,${encodeURIComponent(code)}`,
  shortCircuit: true,
});
// in place of the class names of a CSS module, each key is its own value
const styles = module('export default new Proxy({}, { get: (_, key) => key })');
// specs load no files, so the address of a drawing does not matter
const drawing = module('export default "drawing.svg"');

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.endsWith('.css')) return styles;
    if (/\.svg(\?url)?$/.test(specifier)) return drawing;
    return next(specifier, context);
  },
});

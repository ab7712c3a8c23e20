// Before the first paint: the colours chosen here (header), else the system's; a frame on another site is light.
// Without scripts tokens.css decides.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('qadam.theme');
  } catch {
    // a browser that keeps nothing
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches;
  const framed = location.pathname.startsWith('/embed/');
  const dark = !framed && (chosen === 'dark' || (chosen !== 'light' && system));
  const root = document.documentElement;
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

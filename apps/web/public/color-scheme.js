// Sets the colours before the first paint: those chosen in the header, else the system's; a frame on another site is
// always light. Without scripts tokens.css decides.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('qadam.theme');
  } catch {
    // the browser allows no storage
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches;
  const framed = location.pathname.startsWith('/embed/');
  const dark = !framed && (chosen === 'dark' || (chosen !== 'light' && system));
  const root = document.documentElement;
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

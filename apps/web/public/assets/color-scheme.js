// Before the first paint: the colours chosen here (theme menu), else the system's. Without scripts tokens.css decides.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('qadam.theme');
  } catch {
    // a browser that keeps nothing
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

// Light or dark: follows the system until the viewer chooses. Runs in the head, before anything is painted.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  let here = null; // where storage is closed to us, a choice lasts as long as the page
  const chosen = () => { try { return localStorage.getItem('theme') ?? here; } catch { return here; } };
  const wanted = () => chosen() ?? (system.matches ? 'dark' : 'light');
  const apply = () => { if (root.dataset.theme !== wanted()) root.dataset.theme = wanted(); };

  apply();
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  // Enhanced navigation copies the attributes that the server sent, and so takes the theme off again.
  new MutationObserver(apply).observe(root, { attributes: true, attributeFilter: ['data-theme'] });

  addEventListener('click', event => {
    if (!event.target.closest('[data-toggle-theme]')) return;
    here = wanted() === 'dark' ? 'light' : 'dark';
    try { localStorage.setItem('theme', here); } catch { }
    apply();
  });
})();

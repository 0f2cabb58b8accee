// Starts Blazor, and says so quietly when its connection is lost. Nothing here runs, and nothing asks the server, while connected.
(() => {
  const bar = document.getElementById('components-reconnect-modal');
  const root = document.documentElement;
  // Jitter: after a deploy a thousand pages come back, and mustn't come at once.
  const backOff = attempt => Math.min(10000, 400 * 2 ** Math.min(attempt, 5)) * (0.5 + Math.random() / 2);
  const sleep = ms => new Promise(done => setTimeout(done, ms));

  function sayLost() {
    if (root.dataset.connection === 'lost') return;
    root.dataset.connection = 'lost';
    const { zone, suffix, culture } = bar.dataset;
    const time = new Intl.DateTimeFormat(culture, { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
    bar.querySelector('[data-last-contact]').textContent = `${time.format(new Date())} ${suffix}`;
  }

  // A server that answers health checks and yet rejects its pages must not be reloaded hot: each reload in a row waits longer.
  function reloadsInARow() {
    try {
      const { count, at } = JSON.parse(sessionStorage.getItem('reloads')) ?? {};
      return Date.now() - at < 60000 ? count : 0;
    } catch { return 0; }
  }

  let reviving = false;
  async function revive() {
    if (reviving) return;
    reviving = true;
    const before = reloadsInARow();
    if (before > 0) await sleep(backOff(before + 1));
    for (let attempt = 0; ; attempt++) {
      const answered = await fetch('/health/live', { cache: 'no-store' }).then(r => r.ok, () => false);
      if (answered) break;
      await sleep(backOff(attempt));
    }
    try { sessionStorage.setItem('reloads', JSON.stringify({ count: before + 1, at: Date.now() })); } catch { }
    location.reload();
  }

  new MutationObserver(() => {
    const has = state => bar.classList.contains('components-reconnect-' + state);
    if (has('show') || has('failed') || has('rejected')) sayLost();
    else delete root.dataset.connection;
    // Rejected: the server no longer has this page's circuit. What was typed is a draft there; a fresh page takes it up again.
    if (has('failed') || has('rejected')) revive();
  }).observe(bar, { attributes: true, attributeFilter: ['class'] });

  Blazor.start({
    circuit: { reconnectionOptions: { maxRetries: Number.MAX_SAFE_INTEGER, retryIntervalMilliseconds: attempt => attempt === 0 ? 0 : backOff(attempt) } },
  }).catch(() => {
    bar.classList.add('components-reconnect-rejected');
  });
})();

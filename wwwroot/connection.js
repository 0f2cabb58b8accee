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

  // What is typed while the server is away reaches it afterwards: at once when the circuit comes back, by this tab's storage when
  // only a fresh page does. Who signed in meanwhile as somebody else gets none of it.
  const fields = () => [...document.querySelectorAll('[data-keep]')];
  const viewer = () => document.querySelector('[data-viewer]')?.dataset.viewer;
  const say = field => ['input', 'change'].forEach(type => field.dispatchEvent(new Event(type, { bubbles: true })));

  function keepUnsent() {
    const typed = fields().filter(field => field.value).map(field => [field.dataset.keep, field.value]);
    try { sessionStorage.setItem('unsent', JSON.stringify({ who: viewer(), path: location.pathname, typed })); } catch { }
  }

  function takeUpUnsent() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem('unsent')); sessionStorage.removeItem('unsent'); } catch { }
    if (!kept?.typed.length || kept.who !== viewer() || kept.path !== location.pathname) return;
    let left = kept.typed;
    // It got through after all, and only the answer was lost.
    const wasSent = text => [...document.querySelectorAll('.entry__text')].some(entry => entry.textContent.trim() === text.trim());
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[data-interactive]')) return;
      left = left.filter(([name, value]) => {
        const field = fields().find(f => f.dataset.keep === name);
        if (field && field.value !== value && !wasSent(value)) { field.value = value; say(field); }
        return !field;
      });
      if (left.length === 0) watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-interactive'] });
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
    keepUnsent();
    try { sessionStorage.setItem('reloads', JSON.stringify({ count: before + 1, at: Date.now() })); } catch { }
    location.reload();
  }

  // The server answers and yet doesn't take this page back: the session has ended, and what is on the page is no longer ours to see.
  let looking = false;
  async function seeWhetherOnlyWeAreOut() {
    if (looking) return;
    looking = true;
    for (let answers = 0; answers < 2 && root.dataset.connection === 'lost';) {
      await sleep(600 + 400 * Math.random());
      answers += await fetch('/health/live', { cache: 'no-store' }).then(r => r.ok, () => false) ? 1 : 0;
    }
    looking = false;
    if (root.dataset.connection === 'lost') revive();
  }

  new MutationObserver(() => {
    const has = state => bar.classList.contains('components-reconnect-' + state);
    if (has('show') || has('failed') || has('rejected')) {
      sayLost();
    } else if (root.dataset.connection === 'lost') {
      delete root.dataset.connection;
      fields().forEach(say);
    }
    if (has('show')) seeWhetherOnlyWeAreOut();
    // One may go on writing, but not choose what the server doesn't hear.
    document.querySelectorAll('[data-online]').forEach(part => { part.inert = root.dataset.connection === 'lost'; });
    // Rejected: the server no longer has this page's circuit. What was typed is a draft there; a fresh page takes it up again.
    if (has('failed') || has('rejected')) revive();
  }).observe(bar, { attributes: true, attributeFilter: ['class'] });

  takeUpUnsent();
  Blazor.start({
    circuit: { reconnectionOptions: { maxRetries: Number.MAX_SAFE_INTEGER, retryIntervalMilliseconds: attempt => attempt === 0 ? 0 : backOff(attempt) } },
  }).catch(() => {
    bar.classList.add('components-reconnect-rejected');
  });
})();

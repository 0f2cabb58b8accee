// Loads older and newer entries as one scrolls: the buttons press themselves when they come into view.
export function watch(pane) {
  const log = document.querySelector('.timeline');
  const seen = new IntersectionObserver(changes => changes.filter(c => c.isIntersecting).forEach(c => c.target.click()), { root: log, rootMargin: '200px' });
  let scrolled = false;
  const observe = () => { if (scrolled) log.querySelectorAll('[data-load-older], [data-load-newer]').forEach(button => { seen.unobserve(button); seen.observe(button); }); };
  // Not before the reader scrolls: a short log would load page upon page.
  log.addEventListener('scroll', () => { if (!scrolled) { scrolled = true; observe(); } }, { passive: true });
  // The list is laid out from its end: 0 is the newest, and what is above has negative offsets.
  const toLatest = log.parentElement.querySelector('[data-to-latest]');
  log.addEventListener('scroll', () => toLatest.toggleAttribute('data-far', log.scrollTop < -400), { passive: true });
  toLatest.addEventListener('click', () => { log.scrollTop = 0; });
  const looked = look(log, pane);
  new MutationObserver(() => { observe(); looked(); }).observe(log, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
}

// A new entry has been seen when it stood in view for a while, on a page that is itself in view.
function look(log, pane) {
  const reading = 4000;
  const since = new Map();
  const isDone = new Set();
  const inView = new IntersectionObserver(changes => changes.forEach(({ target, isIntersecting }) => {
    if (!isIntersecting) since.delete(target);
    else if (!since.has(target)) since.set(target, performance.now());
  }), { root: log, threshold: 0.01, rootMargin: '-24px 0px' });
  document.addEventListener('visibilitychange', () => since.forEach((_, entry) => since.set(entry, performance.now())));
  const timer = setInterval(() => {
    if (!log.isConnected) { clearInterval(timer); return; }
    // Behind a phone's drawer it is in place, but not in view.
    if (document.hidden || !log.checkVisibility({ visibilityProperty: true })) return;
    const seen = [...since].filter(([entry, from]) => performance.now() - from >= reading && entry.isConnected && !isDone.has(entry.id)).map(([entry]) => entry.id);
    if (seen.length === 0) return;
    seen.forEach(id => isDone.add(id));
    pane.invokeMethodAsync('Saw', seen).catch(() => seen.forEach(id => isDone.delete(id)));
  }, 500);
  const watched = new WeakSet();
  const observe = () => {
    since.forEach((_, entry) => { if (!entry.classList.contains('entry--new')) { since.delete(entry); inView.unobserve(entry); watched.delete(entry); } });
    log.querySelectorAll('.entry--new').forEach(entry => { if (!watched.has(entry)) { watched.add(entry); inView.observe(entry); } });
  };
  observe();
  return observe;
}

export function reveal(id) {
  const entry = document.getElementById(id);
  entry?.scrollIntoView({ block: 'center' });
  entry?.querySelector('a')?.focus({ preventScroll: true });
}

export function toEnd() {
  document.querySelector('.timeline')?.scrollTo({ top: 0 }); // column-reverse: 0 is the newest end
}

// Loads older and newer entries as one scrolls: the buttons press themselves when they come into view.
export function watch() {
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
  new MutationObserver(observe).observe(log, { childList: true, subtree: true });
}

export function reveal(id) {
  const entry = document.getElementById(id);
  entry?.scrollIntoView({ block: 'center' });
  entry?.querySelector('a')?.focus({ preventScroll: true });
}

export function toEnd() {
  document.querySelector('.timeline')?.scrollTo({ top: 0 }); // column-reverse: 0 is the newest end
}

// Small habits of every page that need no server: relative times, keys, and the menu that closes behind one.
(() => {
  // The server's clock, as it stood when the page came: a browser's own may be wrong, and the demo's runs in another year.
  const clock = document.querySelector('meta[name="clock"]')?.dataset;
  const loadedAt = Date.now();
  const now = () => clock ? Date.parse(clock.now) + (Date.now() - loadedAt) * clock.rate : Date.now();

  // <due-clock at="…">: how long is left, or how long ago it passed; the same words as Ui/DueClock.razor has.
  const dues = new Set();
  class DueClock extends HTMLElement {
    // Blazor puts the text in after the element.
    connectedCallback() { dues.add(this); queueMicrotask(() => this.tell()); }
    disconnectedCallback() { dues.delete(this); }
    static observedAttributes = ['at'];
    attributeChangedCallback() { this.tell(); }
    tell() {
      const words = document.querySelector('meta[name="due-clock"]')?.dataset;
      if (!words || !this.firstChild) return;
      const left = Date.parse(this.getAttribute('at')) - now();
      const whole = Math.floor(Math.abs(left) / 1000);
      const [d, h, m, s] = [Math.floor(whole / 86400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
      const say = (word, number) => word.replace('{0}', number);
      const length = d > 0 ? `${say(words.days, d)} ${say(words.hours, h)}` : h > 0 ? `${say(words.hours, h)} ${say(words.minutes, m)}` : `${say(words.minutes, m)} ${say(words.seconds, s)}`;
      const text = say(left > 0 ? words.left : words.over, length);
      // Blazor keeps hold of the text that it rendered: it is changed, not replaced.
      if (this.textContent !== text) this.firstChild.nodeValue = text;
      this.toggleAttribute('data-overdue', left <= 0);
    }
  }
  customElements.define('due-clock', DueClock);
  setInterval(() => dues.forEach(due => due.tell()), 1000);

  // <time-ago at="…">: under an hour "12 menit lalu", else nothing. Its words come with the page: <meta name="time-ago" …>.
  const ages = new Set();
  class TimeAgo extends HTMLElement {
    connectedCallback() { this.tell(); ages.add(this); }
    disconnectedCallback() { ages.delete(this); }
    static observedAttributes = ['at'];
    attributeChangedCallback() { this.tell(); }
    tell() {
      const words = document.querySelector('meta[name="time-ago"]')?.dataset;
      const minutes = (now() - Date.parse(this.getAttribute('at'))) / 60000;
      const text = !words || !(minutes < 60 && minutes > -5) ? ''
        : minutes < 1 ? words.now : words.minutes.replace('{0}', Math.floor(minutes));
      if (this.textContent !== text) this.textContent = text;
    }
  }
  customElements.define('time-ago', TimeAgo);
  setInterval(() => ages.forEach(age => age.tell()), 20000);

  // <print-margins values="--a: '…'; …">: what the margins of every printed page say. They read custom properties of the root alone.
  class PrintMargins extends HTMLElement {
    static observedAttributes = ['values'];
    #set = [];
    connectedCallback() { this.tell(); }
    disconnectedCallback() { this.clear(); }
    attributeChangedCallback() { if (this.isConnected) this.tell(); }
    clear() { this.#set.forEach(name => document.documentElement.style.removeProperty(name)); this.#set = []; }
    tell() {
      this.clear();
      const read = document.createElement('i').style;
      read.cssText = this.getAttribute('values') ?? '';
      this.#set = [...read].filter(name => name.startsWith('--sheet-'));
      this.#set.forEach(name => document.documentElement.style.setProperty(name, read.getPropertyValue(name)));
    }
  }
  customElements.define('print-margins', PrintMargins);

  // What was typed while the server was clearing the last entry may have met a field that was just being replaced: it is said once more, right before it is sent.
  // Only what was typed since the last sending: a second press, before the field is seen to be cleared, would else send the same words as another entry.
  const typed = new WeakSet();
  let isSaidAgain = false;
  addEventListener('input', event => { if (!isSaidAgain) typed.add(event.target); }, true);
  addEventListener('submit', event => event.target.closest?.('form[data-send-key]')?.querySelectorAll('[data-keep]').forEach(field => {
    if (!typed.delete(field)) return;
    isSaidAgain = true;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    isSaidAgain = false;
  }), true);

  addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      if (!event.repeat) event.target.closest?.('form[data-send-key]')?.requestSubmit();
    }
  });

  // The library's clock inputs have no names of their own, and lie outside the field that knows them.
  addEventListener('focusin', event => {
    const field = event.target.closest('.datetime');
    if (!field) return;
    document.querySelectorAll('.rz-hour-picker input').forEach(input => input.setAttribute('aria-label', field.dataset.hour));
    document.querySelectorAll('.rz-minute-picker input').forEach(input => input.setAttribute('aria-label', field.dataset.minute));
  });
  // The second click of a double-click isn't a second sending, of what is by then an empty box.
  addEventListener('click', event => { if (event.detail > 1 && event.target.closest?.('form[data-send-key] [type=submit]')) event.preventDefault(); }, true);

  // The composer shrinks when the focus leaves it, but not between the press and the release of what one clicks.
  const held = () => document.querySelectorAll('[data-held]');
  addEventListener('pointerdown', () => document.activeElement?.closest('form[data-send-key]')?.setAttribute('data-held', ''), true);
  ['pointerup', 'pointercancel'].forEach(end => addEventListener(end, () => setTimeout(() => held().forEach(form => form.removeAttribute('data-held'))), true));

  // What is wrong with a form may stand above the fold: the first field that it concerns takes the focus.
  addEventListener('submit', event => {
    const firstWrong = () => event.target.querySelector('[aria-invalid="true"]');
    const answer = new MutationObserver(() => { if (firstWrong()) { firstWrong().focus(); answer.disconnect(); } });
    answer.observe(event.target, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-invalid'] });
    setTimeout(() => answer.disconnect(), 5000);
  });

  // Blazor's router takes a link within the page for itself, scrolls there and leaves the focus behind.
  addEventListener('click', event => {
    if (!event.target.closest?.('a.skip')) return;
    event.preventDefault();
    event.stopPropagation();
    document.getElementById('isi').focus();
  }, true);

  // Navigation keeps the page's frame, and with it an open menu.
  addEventListener('click', event => event.target.closest('[popover] a')?.closest('[popover]').hidePopover());
  // A menu of checkboxes closes like any other: by Escape, or by a click elsewhere.
  const closeMenus = except => document.querySelectorAll('details[data-menu][open]').forEach(menu => { if (!menu.contains(except)) menu.open = false; });
  addEventListener('click', event => closeMenus(event.target.closest?.('details[data-menu] button') ? null : event.target));
  // A pane's heading that waits at the edge leads to its pane.
  addEventListener('click', event => event.target.closest?.('.pane__head h2')?.parentElement.nextElementSibling.scrollIntoView({ block: 'start' }));
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (document.querySelector('details[data-menu][open]')) { closeMenus(null); return; }
    // The drawer closes by Escape, but not over words that are being written: the first one only leaves the field.
    if (document.querySelector('dialog[open], .rz-popup[style*="display: block"]')) return;
    if (event.target.matches?.('textarea, input:not([type=checkbox], [type=radio])') && event.target.value && event.target.closest('[data-drawer]')) event.target.blur();
    else document.querySelector('[data-drawer-close]')?.click();
  });

  // <button data-print>: a page that is meant for paper.
  addEventListener('click', event => { if (event.target.closest?.('[data-print]')) print(); });

  // Whoever opens a form types at once: until the server has put it there, the letters wait for it instead of being taken for commands.
  let early = null;
  addEventListener('click', event => { if (event.target.closest?.('[data-writes]')) early = { text: '', until: performance.now() + 2000 }; }, true);
  addEventListener('keydown', event => {
    if (!early || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (performance.now() > early.until || document.activeElement?.matches('input, textarea, select')) { early = null; return; }
    early.text += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  addEventListener('focusin', event => {
    if (!early || !event.target.matches('textarea, input[type=text], input:not([type])')) return;
    const { text, until } = early;
    early = null;
    if (!text || performance.now() > until) return;
    event.target.setRangeText(text, event.target.selectionStart, event.target.selectionEnd, 'end');
    event.target.dispatchEvent(new Event('input', { bubbles: true }));
    event.target.dispatchEvent(new Event('change', { bubbles: true }));
  });

  // Whoever closes the drawer is back where they opened it, unless they write elsewhere by then.
  let opener = null;
  addEventListener('click', event => {
    const link = event.target.closest?.('a[href*="objek="]');
    if (link && !link.closest('[data-drawer]')) opener = link;
    if (event.target.closest?.('[data-drawer-close]')) setTimeout(() => { if (opener?.isConnected && !document.activeElement?.matches('input, textarea, select')) opener.focus(); }, 150);
  });
})();

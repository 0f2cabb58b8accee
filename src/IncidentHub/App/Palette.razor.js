// Keys, palette and help, all from the registry that AppAction.cs holds. Nothing asks the server before the palette opens.
let actions = [], server = null, stop = null;
const dialog = name => document.querySelector(`dialog[data-${name}]`);
const isWriting = element => element?.closest?.('input, textarea, select, [contenteditable]');
const isShown = element => element?.checkVisibility();

export function listen(dotnet, registry) {
  forget();
  server = dotnet;
  actions = registry;
  const controller = new AbortController();
  stop = () => controller.abort();
  const on = (target, type, heard, options) => target.addEventListener(type, heard, { signal: controller.signal, ...options });
  let begun = '', beganAt = 0;
  on(document, 'keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
      return;
    }
    // A single letter is a command only where it isn't being written.
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1 || isWriting(event.target) || document.querySelector('dialog[open]')) return;
    // When it was pressed, not when a busy page comes to hear of it.
    const typed = begun && event.timeStamp - beganAt < 1500 ? `${begun} ${event.key}` : event.key;
    begun = '';
    const action = actions.find(a => a.keys === typed) ?? actions.find(a => a.keys === event.key);
    if (action) {
      if (perform(action.deed, action.target)) event.preventDefault();
    } else if (actions.some(a => a.keys.startsWith(event.key + ' '))) {
      [begun, beganAt] = [event.key, event.timeStamp];
    }
  });

  const palette = dialog('palette');
  palette.dataset.ready = '';
  on(palette.querySelector('input'), 'input', filter);
  on(palette, 'keydown', event => {
    const options = shown();
    const at = options.findIndex(o => o.ariaSelected === 'true');
    if (event.key === 'ArrowDown') select(options[(at + 1) % options.length]);
    else if (event.key === 'ArrowUp') select(options[(at - 1 + options.length) % options.length]);
    else if (event.key === 'Home' && !palette.querySelector('input').value) select(options[0]);
    else if (event.key === 'End' && !palette.querySelector('input').value) select(options.at(-1));
    else if (event.key === 'Enter') choose(options[at]);
    else return;
    event.preventDefault();
  });
  on(palette, 'click', event => {
    if (event.target === palette) palette.close();
    else choose(event.target.closest('[role=option]'));
  });
  on(dialog('help'), 'click', event => { if (event.target === dialog('help')) dialog('help').close(); });
  on(document, 'click', event => { if (event.target.closest?.('[data-open-help]')) perform('Help'); });
  // The server renders the incidents after it was opened.
  const seen = new MutationObserver(() => { if (palette.open) filter(); });
  seen.observe(palette.querySelector('[role=listbox]'), { childList: true });
  controller.signal.addEventListener('abort', () => seen.disconnect());
}

export function forget() {
  stop?.();
  stop = null;
}

function openPalette() {
  const palette = dialog('palette');
  if (palette.open) return;
  document.querySelectorAll('dialog[open]').forEach(other => other.close());
  palette.querySelector('input').value = '';
  palette.showModal();
  filter();
  server.invokeMethodAsync('Opened').catch(() => { });
}

const options = () => [...dialog('palette').querySelectorAll('[role=option]')];
const shown = () => options().filter(o => !o.hidden);
// Opening the palette covers the page: what is under it still counts as there.
const applies = o => o.dataset.deed === 'Go' || o.dataset.deed === 'Help' || isShown(document.querySelector(o.dataset.target));

function filter() {
  const palette = dialog('palette');
  const words = palette.querySelector('input').value.toLowerCase().split(/\s+/).filter(w => w);
  for (const option of options()) option.hidden = !applies(option) || !words.every(w => option.textContent.toLowerCase().includes(w));
  const left = shown();
  const none = palette.querySelector('[data-none]');
  none.textContent = left.length ? '' : none.dataset.none;
  if (!left.some(o => o.ariaSelected === 'true')) select(left[0]);
}

function select(option) {
  for (const other of options()) other.ariaSelected = other === option ? 'true' : 'false';
  const input = dialog('palette').querySelector('input');
  if (option) input.setAttribute('aria-activedescendant', option.id);
  else input.removeAttribute('aria-activedescendant');
  option?.scrollIntoView({ block: 'nearest' });
}

function choose(option) {
  if (!option) return;
  dialog('palette').close();
  // Closing gives the focus back to where it was; what is chosen takes it from there.
  setTimeout(() => perform(option.dataset.deed, option.dataset.target));
}

function perform(deed, selector) {
  if (deed === 'Palette') { openPalette(); return true; }
  if (deed === 'Help') { dialog('help').showModal(); return true; }
  if (deed === 'Go') { Blazor.navigateTo(selector); return true; }
  if (deed === 'NextEntry' || deed === 'PreviousEntry') return moveEntry(deed === 'NextEntry' ? 1 : -1);
  const targets = [...document.querySelectorAll(selector)];
  if (!targets.length) return false;
  // On a phone its pane may stand behind another tab.
  const tab = targets[0].closest('[data-tab]');
  if (tab && !isShown(targets[0])) document.getElementById(tab.dataset.tab)?.click();
  const target = targets.find(isShown);
  if (!target) return false;
  if (deed === 'Press') { target.click(); return true; }
  if (target.closest('[inert]')) return false;
  if (!target.matches('a, button, input, textarea, select, [tabindex]')) target.tabIndex = -1;
  // A pane's heading waits at the edge: its place is above what it heads.
  (target.closest('.pane__head')?.nextElementSibling ?? target).scrollIntoView({ block: target.matches('h2') ? 'start' : 'nearest' });
  target.focus({ preventScroll: target.matches('h2') });
  return true;
}

// Roving: one entry at a time takes the focus, beginning with the newest.
function moveEntry(step) {
  const entries = [...document.querySelectorAll('.timeline li.entry')];
  if (!entries.length || !isShown(entries.at(-1))) return false;
  const at = entries.indexOf(document.activeElement?.closest?.('li.entry'));
  const next = at < 0 ? entries.at(-1) : entries[Math.min(Math.max(at + step, 0), entries.length - 1)];
  entries.forEach(entry => entry.removeAttribute('tabindex'));
  next.tabIndex = 0;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

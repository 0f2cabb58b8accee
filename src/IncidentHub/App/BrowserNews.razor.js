// Notifications of the browser's own, while an open page stands behind another. Whether, is kept in this browser: it is a wish about a screen, not about a person.
const key = 'browser-notifications';
const wished = () => { try { return localStorage.getItem(key) === 'on'; } catch { return false; } };

// On Android a page may ask and be allowed, and then can't: only a service worker can, and only for pushes by somebody else's server.
const isSupported = () => 'Notification' in window && !/Android/.test(navigator.userAgent);

export const state = () => !isSupported() ? 'Unsupported' : Notification.permission === 'denied' ? 'Blocked' : Notification.permission === 'granted' && wished() ? 'On' : 'Off';

export async function turn(on) {
  if (on && isSupported()) await Notification.requestPermission();
  try { localStorage.setItem(key, on ? 'on' : 'off'); } catch { }
  return state();
}

// Each has a tag: of several tabs that tell the same, the browser shows one.
export function tell(items) {
  if (!document.hidden || state() !== 'On') return;
  for (const { tag, title, body, href } of items) {
    const shown = new Notification(title, { tag, body, lang: document.documentElement.lang, icon: '/favicon.svg' });
    shown.onclick = () => { window.focus(); shown.close(); Blazor.navigateTo(href); };
  }
}

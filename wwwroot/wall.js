// The status wall, unattended for weeks: keeps its own stream, says when it hears nothing, and is back by itself. Nothing here waits for a person.
'use strict';
{
  const root = document.documentElement;
  const screen = document.getElementById('wall-screen');
  const page = document.querySelector('meta[name="wall"]').dataset;
  const silence = 15_000; // without a beat for that long the screen says that it may be old
  const hangs = 12_000; // so long without one, a stream that looks open is none
  const answers = 6_000; // a connection that says nothing for that long is given up
  const longestPause = 6_000; // with the line above: back within 15 s of the server, whatever happened
  const reloadEvery = 30_000;
  const takeTurns = 20_000;
  const shiftEvery = 180_000;
  const shifts = [[0, 0], [3, 2], [-2, 3], [-3, -2], [2, -3]];

  root.dataset.theme = new URLSearchParams(location.search).has('light') ? 'light' : 'dark';

  // What the server said last. The page itself was the first word.
  let product = Date.parse(page.now), rate = Number(page.rate), heardAt = performance.now(), heardOn = Date.now(), deviceOff = 0;

  // While a laptop sleeps only one of the two clocks goes on.
  const silentFor = () => Math.max(performance.now() - heardAt, Date.now() - heardOn);
  const now = () => product + (performance.now() - heardAt) * rate;

  function heard(beat) {
    if (beat) {
      product = Date.parse(beat.now);
      rate = beat.rate;
      deviceOff = Date.now() - Date.parse(beat.real);
    } else {
      product = now();
    }
    heardAt = performance.now();
    heardOn = Date.now();
  }

  // ---- the stream

  let source, patience, failures = 0;

  function connect() {
    source = new EventSource(page.stream);
    source.onerror = lost;
    on('hello', hello => {
      failures = 0;
      heard();
      if (hello.build !== page.build)
        reload();
    });
    on('screen', told => {
      heard();
      show(told.html);
    });
    on('beat', heard);
    waitFor(answers);
  }

  const on = (event, take) => source.addEventListener(event, e => {
    take(JSON.parse(e.data));
    waitFor(hangs);
    tick();
  });

  function waitFor(time) {
    clearTimeout(patience);
    patience = setTimeout(lost, time);
  }

  // EventSource would try again by itself, but not after every kind of failure, and all walls at once.
  function lost() {
    source.close();
    failures++;
    clearTimeout(patience);
    patience = setTimeout(connect, Math.min(longestPause, 500 * 2 ** failures) * (.5 + Math.random() / 2));
    // The page answers and the stream doesn't: what this page goes by (its cookie, an address) may be of yesterday.
    if (failures % 5 === 0)
      reload();
  }

  // Only when the server answers, and with this page: an error page would never come back. Not again and again when two builds run side by side.
  async function reload() {
    if (Math.abs(Date.now() - Number(sessionStorage.getItem('reloaded'))) < reloadEvery)
      return;
    try {
      const answer = await fetch(page.page + location.search, { cache: 'no-store', signal: AbortSignal.timeout(answers) });
      if (!answer.ok || !(await answer.text()).includes('name="wall"'))
        return;
      sessionStorage.setItem('reloaded', String(Date.now()));
      location.reload();
    } catch {
      // The next failure, or the next hello, asks again.
    }
  }

  // ---- the screen

  let shown;

  function show(html) {
    if (html === shown)
      return;
    shown = html;
    screen.innerHTML = html;
    tick();
  }

  const two = n => String(n).padStart(2, '0');
  const wib = at => new Date(at + 7 * 3_600_000).toISOString().slice(11, 19).replaceAll(':', '.');
  const days = new Intl.DateTimeFormat(root.lang, { weekday: 'long', timeZone: 'Asia/Jakarta' });
  const dates = new Intl.DateTimeFormat('id-ID', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Asia/Jakarta' });

  // The two largest units. From an hour on cut to the minute of the clock beside it, so that the two agree; below it ticks.
  function parts(at) {
    const seconds = Math.floor(Math.abs(at - now()) / 1000);
    const minutes = seconds < 3600 ? Math.floor(seconds / 60) : Math.abs(Math.floor(now() / 60_000) - Math.floor(at / 60_000));
    return minutes >= 1440 ? [[Math.floor(minutes / 1440), page.days], [Math.floor(minutes / 60) % 24, page.hours]]
      : minutes >= 60 ? [[Math.floor(minutes / 60), page.hours], [two(minutes % 60), page.minutes]]
      : [[minutes, page.minutes], [two(seconds % 60), page.seconds]];
  }

  // A number nobody watches tick says its full units only: "3 hari 19 jam", "42 detik".
  function length(at) {
    const both = parts(at).map(([n, unit]) => [Number(n), unit]);
    return (both[0][0] === 0 ? both.slice(1) : both).map(([n, unit]) => unit.replace('{0}', n)).join(' ');
  }

  const put = (element, html) => {
    if (element.innerHTML === html)
      return false;
    element.innerHTML = html;
    return true;
  };

  function countdown(element, at) {
    const both = parts(at);
    element.style.setProperty('--n', both.reduce((digits, [n]) => digits + String(n).length, 0));
    if (!put(element, both.map(([n, unit]) => `<b>${n}</b><span>${unit.replace('{0}', '').trim()}</span>`).join('')))
      return;
    // In a font that is wider than the style sheet reckons with.
    element.style.setProperty('--shrink', 1);
    element.style.setProperty('--shrink', Math.min(1, element.clientWidth / element.scrollWidth));
  }

  const each = (name, act) => {
    for (const element of screen.querySelectorAll(`[data-${name}]`))
      act(element, element.getAttribute(`data-${name}`));
  };

  const ticks = {
    clock: e => put(e, `${wib(now()).slice(0, 5)}<small>${wib(now()).slice(5)}</small>`),
    today: e => put(e, `${days.format(now())}<br>${dates.format(now())}`),
    beat: e => put(e, wib(product)),
    lost: e => put(e, length(now() + silentFor())),
    due: (e, at) => countdown(e, Date.parse(at)),
    late: (e, at) => put(e, length(Date.parse(at))),
    left: (e, at) => put(e, length(Math.max(Date.parse(at), now()))),
    passes: (e, at) => e.toggleAttribute('data-passed', Date.parse(at) <= now()),
    new: (e, at) => e.hidden = now() - Date.parse(at) > 600_000,
    recent: (e, at) => put(e, now() - Date.parse(at) < 120_000 ? `<span>${page.recent}</span>` : e.dataset.text ??= e.innerHTML),
    'used-from': (e, at) => e.style.setProperty('--used', Math.min(1, Math.max(0, (now() - Date.parse(at)) / (Date.parse(e.dataset.usedTo) - Date.parse(at))))),
    device: e => {
      e.hidden = Math.abs(deviceOff) <= 5_000;
      put(e, (deviceOff > 0 ? page.fast : page.slow).replace('{0}', length(now() + Math.abs(deviceOff))));
    },
  };

  function turn(name) {
    const all = screen.querySelectorAll(`[data-${name}]`);
    all.forEach((e, i) => e.toggleAttribute('data-current', i === Math.floor(performance.now() / takeTurns) % all.length));
  }

  let contact;

  function tick() {
    const is = silentFor() >= silence ? 'lost' : shown === undefined ? 'connecting' : 'live';
    if (is !== contact)
      root.dataset.contact = contact = is;
    for (const name in ticks)
      each(name, ticks[name]);
    turn('page');
    turn('dot');
    const [x, y] = shifts[Math.floor(performance.now() / shiftEvery) % shifts.length];
    root.style.setProperty('--shift-x', x);
    root.style.setProperty('--shift-y', y);
  }

  addEventListener('online', () => {
    if (contact !== 'live') {
      source.close();
      connect();
    }
  });

  connect();
  tick();
  // On the second, so that the clock never skips one.
  const again = () => setTimeout(() => { tick(); again(); }, 1000 - now() % 1000);
  again();
}

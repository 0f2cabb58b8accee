// The slider's knob: while it is dragged the server is asked for where it is now, never for where it was, and not more often than
// one reads; the address follows when it lies still.
export function watch(slider, page) {
  const rest = 400, pause = 120;
  let wanted = null, asking = false, timer = 0;
  const settle = () => { clearTimeout(timer); timer = setTimeout(() => page.invokeMethodAsync('Rest').catch(() => {}), rest); };
  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      while (wanted !== null) {
        const [move, to] = wanted;
        wanted = null;
        await page.invokeMethodAsync(move, to);
        // What came back is older than the knob.
        if (wanted?.[0] === 'MoveTo') slider.value = wanted[1];
        await new Promise(resolve => setTimeout(resolve, pause));
      }
      settle();
    } catch {
      // The connection is gone; the bar above says so.
    } finally {
      asking = false;
    }
  };
  slider.addEventListener('input', () => { clearTimeout(timer); wanted = ['MoveTo', slider.valueAsNumber]; ask(); });
  slider.addEventListener('keydown', event => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    event.preventDefault();
    clearTimeout(timer);
    wanted = ['MoveDay', event.key === 'PageUp' ? 1 : -1];
    ask();
  });
}

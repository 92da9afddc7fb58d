/** Calls `act` at most once per animation frame, however often it is asked to. */
export function perFrame(act: () => void): { ask: () => void; now: () => void; cancel: () => void } {
  let frame: number | undefined;
  const cancel = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
  };
  return {
    ask: () => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        act();
      });
    },
    now: () => {
      cancel();
      act();
    },
    cancel,
  };
}

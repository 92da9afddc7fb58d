// A menu holds the focus until it has gone, then gives it back to its button. Who wants it elsewhere, because the
// button went with what it belonged to, has to come after that.
const mostFrames = 60;

/** Acts once no menu is open, or at the latest after a second. */
export function afterMenus(act: () => void, frame = 0): void {
  requestAnimationFrame(() => {
    if (frame < mostFrames && document.querySelector("[role=menu]") !== null) afterMenus(act, frame + 1);
    // One frame more: the menu gives the focus back in the frame after its last.
    else requestAnimationFrame(act);
  });
}

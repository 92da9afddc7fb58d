/** A part that scrolls takes the focus where nothing inside does: the keyboard would not get to its end. */
export function scrolledByKeys(isWritable: boolean): { tabIndex?: 0 } {
  return isWritable ? {} : { tabIndex: 0 };
}

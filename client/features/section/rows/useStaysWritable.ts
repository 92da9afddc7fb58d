import { useState } from "react";

/** Open for writing while a condition holds, and then for as long as somebody is in it. */
export function useStaysWritable(mayBegin: boolean) {
  const [isInside, setInside] = useState(false);
  return {
    isWritable: mayBegin || isInside,
    hold: {
      onFocus: () => setInside(mayBegin || isInside),
      onBlur: () => setInside(false),
    },
  };
}

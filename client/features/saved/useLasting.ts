import { useEffect, useState } from "react";

/** True once something has been the case for so long without a pause. */
export function useLasting(isCase: boolean, afterMs: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isCase) return;
    const timer = setTimeout(() => setLasts(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isCase, afterMs]);
  return isCase && lasts;
}

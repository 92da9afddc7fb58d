import { useEffect, useState } from "react";
import type { SectionView } from "#client/features/section/SectionView.tsx";

/**
 * The section view and its editors: the heaviest part, loaded while people look at the sheet. Not through `lazy`: React
 * would show an empty place first, however long ago it was loaded, and the section could not unfold.
 */
export function useSectionView(isWanted: boolean): typeof SectionView | null {
  const [loaded, setLoaded] = useState<typeof SectionView | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    import("#client/features/section/SectionView.tsx").then(
      (module) => setLoaded(() => module.SectionView),
      // Thrown while drawing, so that the page says it: after an update the old file may be gone.
      (error: unknown) =>
        setLoaded(() => {
          throw error;
        }),
    );
  }, [isWanted]);
  return loaded;
}

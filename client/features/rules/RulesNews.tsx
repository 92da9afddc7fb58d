import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useBoardSession } from "#client/board/BoardContext.tsx";
import { useRules } from "#client/board/useRules.ts";
import { useBoardLocale } from "#client/board/useSection.ts";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import type { Locale } from "#shared/sheet/locale.ts";
import { phases } from "#shared/sheet/phases.ts";
import { type SectionId, sectionOf } from "#shared/sheet/sections.ts";
import { type RuleNews, ruleNews } from "./ruleNews.ts";

/** Says to screen readers what a facilitator has just locked or opened, once what is being read ends. */
export function RulesNews() {
  const t = useTranslations("rules.news");
  const locale = useBoardLocale();
  const rules = useRules();
  const { saved } = useBoardSession();
  // What held before one came is no news.
  const isArriving = saved.state === "opening";
  const told = useRef(rules);
  const [news, setNews] = useState<readonly RuleNews[]>([]);
  useEffect(() => {
    const changes = ruleNews(told.current, rules);
    told.current = rules;
    if (changes.length > 0 && !isArriving) setNews(changes);
  }, [rules, isArriving]);
  const words = news.map((one) => {
    if (!("sections" in one)) return t(one.what);
    const [first] = one.sections;
    const name = first === undefined ? "" : placeOf(first, locale);
    return t(one.what, { count: one.sections.length, name });
  });
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {words.join(" ")}
    </VisuallyHidden>
  );
}

/** With the phase: several have a section of the same name. */
function placeOf(id: SectionId, locale: Locale): string {
  const { heading, phase } = sectionOf(id);
  const phaseName = phases.find((one) => one.id === phase)?.heading[locale] ?? "";
  return `${heading[locale]}, ${phaseName}`;
}

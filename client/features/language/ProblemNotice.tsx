import { useTranslations } from "use-intl";
import type { CallProblem } from "#client/apiClient.ts";
import { Notice } from "#client/ui/Notice.tsx";

/** What the server refused, as a sentence. */
export function ProblemNotice({ problem }: { problem: CallProblem }) {
  const t = useTranslations("problems");
  return <Notice tone="finding">{t(problem)}</Notice>;
}

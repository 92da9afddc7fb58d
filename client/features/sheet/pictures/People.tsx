import type { Facts } from "#client/features/sheet/facts/facts.ts";
import { useSheetWords } from "#client/features/sheet/useSheetWords.ts";
import { Written } from "#client/features/sheet/Written.tsx";
import styles from "./People.module.css";

// About two lines of the cell each.
const lettersOfGroup = 46;
const lettersOfCommittee = 120;

/** Who is in it: by role in the team, all together in a committee. */
export function People({ facts }: { facts: Extract<Facts, { kind: "people" | "committee" }> }) {
  const { t, names } = useSheetWords();
  if (facts.kind === "committee") {
    return (
      <p className={styles.all}>
        <Written text={names([...facts.members, ...facts.externals], lettersOfCommittee)} />
      </p>
    );
  }
  return (
    <dl className={styles.team}>
      {(["leads", "members", "partners"] as const).map(
        (group) =>
          facts[group].length > 0 && (
            <div key={group}>
              <dt>{t(group)}</dt>
              <dd>
                <Written text={names(facts[group], lettersOfGroup)} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

import { Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePeople } from "#client/board/usePresence.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import type { SectionId } from "#shared/sheet/sections.ts";
import styles from "./PeopleButton.module.css";
import { PeoplePanel } from "./PeoplePanel.tsx";

type Props = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onGo: (section: SectionId) => void;
  onShowCode?: (() => void) | undefined;
};

/** Where there is no room for the panel: how many are here, and the panel as a drawer. */
export function PeopleButton({ isOpen, onOpenChange, onGo, onShowCode }: Props) {
  const t = useTranslations("presence");
  const common = useTranslations("common");
  const { length: count } = usePeople();
  const close = () => onOpenChange(false);
  return (
    <>
      <Button
        aria-label={t("show", { count })}
        title={t("present")}
        className={styles.button}
        onClick={() => onOpenChange(true)}
      >
        <Users aria-hidden />
        <span aria-hidden>{count}</span>
      </Button>
      <Dialog isOpen={isOpen} onClose={close} closeLabel={common("close")} size="side" title={t("present")}>
        <div className={styles.drawer}>
          <PeoplePanel
            onGo={(section) => {
              close();
              onGo(section);
            }}
            onShowCode={
              onShowCode &&
              (() => {
                close();
                onShowCode();
              })
            }
          />
        </div>
      </Dialog>
    </>
  );
}

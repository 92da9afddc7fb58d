import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Menu } from "#client/ui/Menu.tsx";
import type { RowCommands } from "./RowsBlockView.tsx";

type Props = { id: string; rowName: string; isFirst: boolean; isLast: boolean; commands: RowCommands };

/** What can be done with a row as a whole. */
export function RowMenu({ id, rowName, isFirst, isLast, commands }: Props) {
  const t = useTranslations("rows");
  return (
    <Menu
      kind="quiet"
      square
      label={t("menu", { row: rowName })}
      trigger={<Ellipsis aria-hidden />}
      entries={[
        { id: "up", label: t("up"), hint: t("upKeys"), icon: <ArrowUp aria-hidden />, disabled: isFirst },
        {
          id: "down",
          label: t("down"),
          hint: t("downKeys"),
          icon: <ArrowDown aria-hidden />,
          disabled: isLast,
        },
        {
          id: "remove",
          label: t("remove"),
          icon: <Trash2 aria-hidden />,
          danger: true,
          ...(!commands.mayRemove && { disabled: true, hint: t("removeKept") }),
        },
      ]}
      onChoose={(chosen) => {
        if (chosen === "remove") commands.remove(id);
        else commands.move(id, chosen === "up" ? -1 : 1);
      }}
    />
  );
}

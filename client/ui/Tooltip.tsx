import type { ComponentProps, ReactNode } from "react";
import { Tooltip as AriaTooltip, Focusable, type TooltipProps, TooltipTrigger } from "react-aria-components";
import styles from "./Tooltip.module.css";

type Props = {
  text: ReactNode;
  placement?: NonNullable<TooltipProps["placement"]>;
  /** One element that takes the focus and accepts a ref: a Button, a link. */
  children: ComponentProps<typeof Focusable>["children"];
};

/** Words that appear on hover and focus. Never the only name of a control: that one keeps its `aria-label`. */
export function Tooltip({ text, placement = "bottom", children }: Props) {
  return (
    <TooltipTrigger delay={500}>
      <Focusable>{children}</Focusable>
      <AriaTooltip className={styles.tooltip ?? ""} placement={placement} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

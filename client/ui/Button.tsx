import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./buttonClass.ts";

type Props = ComponentProps<"button"> &
  ButtonLook & {
    /** Busy: keeps its focus and its width, says so to screen readers, and no longer answers. */
    pending?: boolean;
  };

/** A button: `kind` primary, plain or quiet; `square` for an icon alone; an icon is simply a child before the words. */
export function Button({ kind, size, square, wide, pending, className, onClick, type, ...rest }: Props) {
  const look: ButtonLook = {
    ...(kind && { kind }),
    ...(size && { size }),
    ...(square && { square }),
    ...(wide && { wide }),
  };
  return (
    <button
      {...rest}
      type={pending ? "button" : (type ?? "button")}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest["aria-disabled"]}
      className={[buttonClass(look), className].filter(Boolean).join(" ")}
      onClick={pending ? undefined : onClick}
    />
  );
}

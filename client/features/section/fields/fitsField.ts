import type { Field } from "#shared/sheet/fields.ts";
import { isIsoDate } from "./parseDate.ts";

/** Is this a value that the field's own view can show? Other programs may have written anything. */
export function fitsField(field: Field, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  switch (field.type) {
    case "string":
    case "text":
    case "enum":
    case "choice":
    case "ref":
      return typeof value === "string";
    case "date":
      return isIsoDate(value);
    case "money":
    case "number":
    case "integer":
    case "rating":
      return typeof value === "number" && Number.isFinite(value);
    case "boolean":
      return typeof value === "boolean";
    case "strings":
    case "refs":
    case "integers":
    case "measurements":
      return Array.isArray(value);
    case "richtext":
      return true;
  }
}

/** Any value as a line of text. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

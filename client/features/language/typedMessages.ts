// Tells use-intl which languages, messages and formats exist, so that keys and ICU arguments are checked.
import type { Messages } from "#shared/i18n/messages.ts";
import type { formats, formatTags } from "./formats.ts";

declare module "use-intl" {
  interface AppConfig {
    Locale: (typeof formatTags)[keyof typeof formatTags];
    Messages: Messages;
    Formats: typeof formats;
  }
}

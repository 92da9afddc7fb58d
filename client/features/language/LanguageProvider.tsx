import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { IntlProvider } from "use-intl";
import { type Messages, messagesIn } from "#shared/i18n/messages.ts";
import type { Locale } from "#shared/sheet/locale.ts";
import { formats, formatTags } from "./formats.ts";
import { preferredLanguage, rememberLanguage } from "./preferredLanguage.ts";

// Which languages, messages and formats exist, so that use-intl checks keys and ICU arguments.
declare module "use-intl" {
  interface AppConfig {
    Locale: (typeof formatTags)[Locale];
    Messages: Messages;
    Formats: typeof formats;
  }
}

type Language = { language: Locale; chooseLanguage: (language: Locale) => void };

const LanguageContext = createContext<Language | null>(null);

/** Gives the words and the formats of the chosen language to everything inside. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(preferredLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      chooseLanguage: (next: Locale) => {
        rememberLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <LanguageContext value={value}>
      <IntlProvider
        locale={formatTags[language]}
        messages={messagesIn(language)}
        timeZone={timeZone}
        formats={formats}
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

/** The language of the words: what to read in a `LocalText`. (`useLocale` of use-intl is the tag of the formats.) */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("useLanguage needs a LanguageProvider above it");
  return language;
}

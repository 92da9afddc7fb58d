// What the operator may set: every variable of the contract, each with the sentence that a bad value earns.
import { z } from "zod";

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** An address without path, query or password: links are made by adding to it. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === "http:" || url.protocol === "https:") && `${url.origin}/` === url.href;
}

const Variables = z.object({
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, "doit être un port, de 0 à 65535")
    .transform(Number)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, "doit être un nom de machine ou une adresse IP, par exemple 0.0.0.0")
    .default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .undefined("n'est pas encore disponible : retirez-la, et choisissez avec DATA_DIR où garder les données")
    .optional(),
  REDIS_URL: z
    .undefined("n'est pas encore disponible : retirez-la, un seul processus sert tous les tableaux")
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(
      isOrigin,
      "doit être une adresse http ou https sans chemin, par exemple https://canevas.example.org",
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  CREATE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "doit être fait de caractères ASCII visibles, sans espace")
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `doit être l'un de : ${logLevels.join(", ")}`).default("info"),
  RATE_LIMIT: z.enum(["on", "off"], "doit être on ou off").default("on"),
});

export type Environment = {
  port: number;
  host: string;
  dataDir: string;
  /** The origin that people use, when it is not the one they asked at. */
  publicUrl: string | undefined;
  createToken: string | undefined;
  logLevel: (typeof logLevels)[number];
  areRatesLimited: boolean;
};

/** The environment, or the one sentence that says which variable is wrong and how. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): { ok: true; environment: Environment } | { ok: false; sentence: string } {
  // `PORT= npm start` means "not set", as it does in a shell script.
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Variables.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, sentence: `${issue?.path.join(".")} ${issue?.message}.` };
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, CREATE_TOKEN, LOG_LEVEL, RATE_LIMIT } = parsed.data;
  return {
    ok: true,
    environment: {
      port: PORT,
      host: HOST,
      dataDir: DATA_DIR,
      publicUrl: PUBLIC_URL,
      createToken: CREATE_TOKEN,
      logLevel: LOG_LEVEL,
      areRatesLimited: RATE_LIMIT === "on",
    },
  };
}

import { isAllowedLink } from "#shared/board/proseSchema.ts";

/** The address somebody meant: "commune.be" is a site, "info@commune.be" somebody to write to. */
export function linkFrom(text: string): string | undefined {
  const plain = text.trim();
  if (isAllowedLink(plain)) return plain;
  if (/^[^\s@:/]+@[^\s@]+\.[^\s@]+$/.test(plain)) return `mailto:${plain}`;
  return /^[^\s:@]+\.[^\s]+$/.test(plain) ? `https://${plain}` : undefined;
}

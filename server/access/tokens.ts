import { createHash, randomBytes } from "node:crypto";

/** 192 random bits; letters of base64url, which fit a URL fragment, a header and a subprotocol alike. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** What is stored of a token. Looked up whole, so that no comparison can be timed. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

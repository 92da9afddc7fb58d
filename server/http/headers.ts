// What browsers are told to refuse on our pages, whatever gets into them.
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { HttpEnv } from "./requests.ts";

const none = ["'none'"];
const self = ["'self'"];

export function pageHeaders(publicUrl: string | undefined): MiddlewareHandler<HttpEnv> {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: self,
      // Older Safari does not count ws: as 'self'.
      connectSrc: ["'self'", (c) => new URL(publicUrl ?? c.req.url).origin.replace(/^http/, "ws")],
      imgSrc: ["'self'", "data:", "blob:"],
      styleSrc: self,
      fontSrc: self,
      objectSrc: none,
      baseUri: none,
      formAction: self,
      frameAncestors: none,
    },
    permissionsPolicy: {
      accelerometer: false,
      camera: false,
      geolocation: false,
      gyroscope: false,
      magnetometer: false,
      microphone: false,
      payment: false,
      usb: false,
    },
    referrerPolicy: "no-referrer",
    xFrameOptions: "DENY",
    // Only where people really come by https: over http a browser ignores it, and a test server must not teach it.
    strictTransportSecurity: publicUrl?.startsWith("https:") ? "max-age=15552000" : false,
  });
}

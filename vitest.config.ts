import { defineConfig } from "vitest/config";

// Three groups, one after the other: what needs nothing but the code, what starts servers, what opens browsers.
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/{integration,campaign,e2e}/**"],
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["tests/{integration,campaign}/**/*.test.{ts,tsx}"],
          globalSetup: "tests/support/globalSetup.ts",
          maxWorkers: "100%",
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/globalSetup.ts", "tests/support/browserSetup.ts"],
          // One test opens up to four pages: two files at once would starve each other on two cores.
          maxWorkers: 1,
          // A story visits many pages: 60 s were not enough for one on two cores that twenty processes wanted.
          testTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

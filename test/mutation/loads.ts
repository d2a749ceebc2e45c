import { expect, it } from "vitest";
import { ROOM } from "./rooms.js";

/**
 * A change that keeps a module from being loaded takes the tests of a file away with it, and to Stryker that looks as if none had
 * failed. Here the modules of a room are loaded in a test.
 */
it("can be loaded", async () => {
  const room = process.env[ROOM];
  if (room === "words") {
    expect(Object.keys(await import("../../src/reading/statements.js"))).toContain("statementsOf");
    expect(Object.keys(await import("../../src/reading/tokens.js"))).toContain("readToken");
    return;
  }
  expect(Object.keys(await import("../../src/index.js"))).toContain("validate");
  if (room === "check") expect(Object.keys(await import("../../src/check.js"))).toContain("checkReport");
  if (room === "matcher") expect(Object.keys(await import("../../src/html.js"))).toContain("readHtml");
  if (room === "report") expect(Object.keys(await import("../../src/zod.js"))).toContain("reportObjects");
});

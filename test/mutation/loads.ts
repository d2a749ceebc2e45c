import { expect, it } from "vitest";

/**
 * A change that keeps a module from being loaded takes the tests of a file away with it, and to Stryker that looks as if none had
 * failed. Here the module is loaded in a test.
 */
it("can be loaded", async () => {
  const doors = await Promise.all([
    import("../../src/index.js"),
    import("../../src/check.js"),
    import("../../src/zod.js"),
    import("../../src/html.js"),
  ]);
  for (const door of doors) expect(Object.keys(door).length).toBeGreaterThan(0);
});

import { defineConfig } from "vitest/config";

/** The workbench in a browser, in full: `npm run proof:workbench`. */
export default defineConfig({
  test: {
    include: ["test/workbench/**/*.proof.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    fileParallelism: false,
  },
});

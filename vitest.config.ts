import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The workbench imports the package by its name.
  resolve: {
    alias: [
      { find: /^disclosure-report$/, replacement: fileURLToPath(new URL("src/index.ts", import.meta.url)) },
      {
        find: /^disclosure-report\/(?!package\.json)([\w-]+)$/,
        replacement: fileURLToPath(new URL("src/$1.ts", import.meta.url)),
      },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    hookTimeout: 120_000,
    testTimeout: 60_000,
    // Every core works: by default one is left to a main process that has little to do.
    maxWorkers: "100%",
    // `npm run test:unit` and `npm run test:property` run one kind alone.
    tags: [{ name: "property", description: "what holds for any input, tried on many made at random" }],
    reporters: ["default", "./test/support/summary.ts"],
    typecheck: { enabled: false },
  },
});

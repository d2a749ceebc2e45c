import { defineConfig } from "vitest/config";

/** The built site in a browser: `npm run site`, then `npm run proof:site`. */
export default defineConfig({ test: { include: ["test/site/**/*.proof.ts"], testTimeout: 60_000, hookTimeout: 60_000 } });

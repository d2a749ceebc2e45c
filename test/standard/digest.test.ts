import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { toJson } from "../../src/index.js";
import { digestOf } from "../../src/standard.js";
import { seda2023 } from "../support/seda.js";

it("is the SHA-256 of the canonical bytes, by WebCrypto and by a hash passed in", async () => {
  const expected = createHash("sha256").update(toJson(seda2023), "utf8").digest("hex");
  expect(await digestOf(seda2023)).toBe(expected);
  expect(await digestOf(seda2023, (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest()))).toBe(expected);
  expect(await digestOf({ edition: "2021", agency: { name: "某𠮷县" } })).not.toBe(expected);
});

it("does not depend on the order of keys or on the spaces of the text that was read", async () => {
  const turned = Object.fromEntries(Object.entries(seda2023).reverse()) as typeof seda2023;
  expect(await digestOf(turned)).toBe(await digestOf(seda2023));
});

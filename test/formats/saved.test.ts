import { describe, expect, it } from "vitest";
import { hasOffice } from "../containers/office.js";
import { routes } from "./routes.js";
import { scoreSaved } from "./saved.js";

/** Files of each format; `npm run proof:formats` reads a hundred. */
const SAMPLE = 4;

describe.skipIf(!hasOffice)("documents spoilt in many ways and saved by LibreOffice", () => {
  it.each(routes)(
    "hold no wrong figure, and nearly all of them are read: .$extension",
    async (route) => {
      const { wrong, silent, lost, expected } = await scoreSaved(route, SAMPLE);
      expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
      expect(lost.length / expected).toBeLessThan(0.01);
    },
    240_000,
  );
});

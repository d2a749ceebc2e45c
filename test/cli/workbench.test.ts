import { describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/io.js";
import { run } from "../../src/cli/run.js";

const PAGE = new TextEncoder().encode("<!doctype html>");

async function call(args: readonly string[], files: Readonly<Record<string, Uint8Array>>) {
  const written: Record<string, string | Uint8Array> = {};
  let out = "";
  let err = "";
  const io: Io = {
    readFile: async (path) => {
      const content = files[path];
      if (content === undefined) throw Object.assign(new Error(path), { code: "ENOENT" });
      return content;
    },
    cwd: "/",
    stdin: async function* () {},
    cores: 1,
    terminal: { out: false, err: false, columns: 80 },
    interrupted: new AbortController().signal,
    readStdin: async () => new Uint8Array(),
    listFolder: async () => null,
    writeFile: async (path, data) => {
      written[path] = data;
    },
    env: {},
    version: async () => "0.0.0",
    workbench: "dist/workbench.html",
    out: (data: string | Uint8Array) => {
      out += String(data);
    },
    err: (text) => {
      err += text;
    },
  };
  const status = await run(args, io);
  return { status, out, err, written };
}

describe("disclosure-report workbench", () => {
  it("writes the page of the package where it is wanted", async () => {
    const { status, written, err } = await call(["workbench", "-o", "年报工作台.html"], { "dist/workbench.html": PAGE });
    expect([status, written]).toEqual([0, { "年报工作台.html": PAGE }]);
    expect(err).toContain("年报工作台.html");
  });

  it("asks for the name of the file, since nobody reads megabytes on a screen", async () => {
    const { status, err, written } = await call(["workbench", "--lang", "en"], { "dist/workbench.html": PAGE });
    expect([status, written]).toEqual([2, {}]);
    expect(err).toContain("--output FILE is missing");
  });

  it("says what to do where the page was not built", async () => {
    const { status, err } = await call(["workbench", "-o", "x.html", "--lang", "en"], {});
    expect(status).toBe(2);
    expect(err).toContain("npm run build");
  });
});

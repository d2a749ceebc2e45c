import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

export function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The hash of what a writer gives in another process, in another time zone and locale. */
export async function hashElsewhere(module: string, call: string): Promise<string> {
  const support = fileURLToPath(new URL("./support.ts", import.meta.url));
  const writer = fileURLToPath(new URL(`../../src/${module}`, import.meta.url));
  const script = `
    import { createHash } from "node:crypto";
    import * as support from ${JSON.stringify(support)};
    import * as writer from ${JSON.stringify(writer)};
    const bytes = await (${call})(writer, support);
    process.stdout.write(createHash("sha256").update(bytes).digest("hex"));`;
  const env = { ...process.env, TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8" };
  const { stdout } = await run(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { env });
  return stdout;
}

let office: Promise<boolean> | undefined;

/** Whether LibreOffice is there to try what it makes of a document. */
export function hasOffice(): Promise<boolean> {
  office ??= run("soffice", ["--version"]).then(
    () => true,
    () => false,
  );
  return office;
}

let profile: string | undefined;

/** A profile of LibreOffice of this process alone, made once: making one takes longer than a conversion. */
function profileFolder(): string {
  if (profile === undefined) {
    const folder = mkdtempSync(join(tmpdir(), "disclosure-report-office-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    profile = folder;
  }
  return profile;
}

/** What LibreOffice makes of a document when it saves it in a format, such as `docx`, `xlsx`, `html`, `pdf`. */
export async function resave(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "disclosure-report-"));
  try {
    const source = join(folder, `in.${from}`);
    await writeFile(source, bytes);
    const own = `-env:UserInstallation=file://${profileFolder()}`;
    await run("soffice", [own, "--headless", "--convert-to", to, "--outdir", join(folder, "out"), source], {
      timeout: 120_000,
    });
    return new Uint8Array(await readFile(join(folder, "out", `in.${to}`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { claim } from "../../_internal/claim.js";
import { misuse } from "../../findings/error.js";
import { editionIds } from "../../form/form.js";
import type { DocumentCase, Kit } from "../../standard/conformance/kit.js";
import type { Io } from "../io.js";

/** Reads the conformance kit of the package. Its files are validated against their schemas when they are generated. */
export async function readKit(io: Pick<Io, "readFile" | "listFolder" | "standard">): Promise<Kit> {
  const root = io.standard;
  if (root === undefined) throw misuse("cli.noKit", { zh: "找不到一致性测试包", en: "the conformance kit is not at hand" });
  const json = async <T>(path: string): Promise<T> =>
    claim<T>(JSON.parse(new TextDecoder().decode(await io.readFile(`${root}/${path}`))));
  const names = async (folder: string): Promise<readonly string[]> =>
    ((await io.listFolder(`${root}/${folder}`)) ?? []).map((name) => `${folder}/${name}`);
  const all = async <T>(paths: readonly string[]): Promise<readonly T[]> => {
    const read: T[] = [];
    for (const path of paths) read.push(await json<T>(path));
    return read;
  };
  const families = (await Promise.all(editionIds.map((edition) => names(`cases/rules/${edition}`)))).flat();
  const slugs = await names("documents");
  const documents = await all<DocumentCase>(slugs.map((slug) => `${slug}/expected.json`));
  return {
    schema: await all(await names("cases/schema")),
    rules: await all(families),
    status: await all(["cases/status.json"]),
    vectors: await all(await names("vectors")),
    documents: documents.map((document, i) => ({
      ...document,
      slug: (slugs[i] ?? "").slice("documents/".length),
      folder: `${root}/${slugs[i] ?? ""}`,
    })),
  };
}

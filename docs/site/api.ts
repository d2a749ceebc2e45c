/**
 * The reference of every exported name, made by TypeDoc of the docstrings, with a way back to the site and its names for the search.
 */
import {
  Application,
  Comment,
  type DeclarationReflection,
  JSX,
  PackageJsonReader,
  ReflectionKind,
  RendererEvent,
  TSConfigReader,
} from "typedoc";
import type { Found } from "./found.js";

const KINDS = ReflectionKind.SomeExport | ReflectionKind.SomeModule;

/** What a name is, as its docstring says. */
function summaryOf({ comment, signatures = [] }: DeclarationReflection): string {
  const said = comment ?? signatures.find((signature) => signature.comment !== undefined)?.comment;
  return Comment.combineDisplayParts(said?.summary).replace(/\s+/g, " ");
}

/** Writes the reference to a folder of the site and returns what is to be found in it. Whatever TypeDoc warns of is an error. */
export async function writeApi(root: string, folder: string): Promise<readonly Found[]> {
  const out = `${root}/${folder}`;
  const app = await Application.bootstrap({ out, readme: "none" }, [new PackageJsonReader(), new TSConfigReader()]);
  app.renderer.hooks.on("body.begin", ({ relativeURL }) =>
    JSX.createElement(
      "p",
      { style: "margin:.5rem 1rem" },
      JSX.createElement("a", { href: relativeURL("../docs/index.html") }, "← Documentation"),
      " · ",
      JSX.createElement("a", { href: relativeURL("../docs/index.zh-CN.html"), lang: "zh-CN" }, "文档"),
    ),
  );
  let names: readonly Found[] = [];
  // Where each name lies is known to the end of the writing, and no longer.
  app.renderer.on(RendererEvent.END, ({ project }) => {
    const { router } = app.renderer;
    names = project
      .getReflectionsByKind(KINDS)
      .flatMap((one) =>
        one.isDeclaration() && router?.hasUrl(one) === true
          ? [{ href: `${folder}/${router.getFullUrl(one)}`, page: "API", heading: one.name, text: summaryOf(one) }]
          : [],
      );
  });
  const project = await app.convert();
  if (project === undefined) throw new Error("TypeDoc could not read the sources");
  app.validate(project);
  await app.generateDocs(project, out);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("TypeDoc is not content; see above");
  return names;
}

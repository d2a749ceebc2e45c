import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

/** Functions called for every character, object or segment: those that return a number or nothing, and those that return a boolean. */
const NUMBERS = [
  "FPDFClipPath_CountPathSegments",
  "FPDFClipPath_CountPaths",
  "FPDFClipPath_GetPathSegment",
  "FPDFFont_GetGlyphPath",
  "FPDFFormObj_CountObjects",
  "FPDFFormObj_GetObject",
  "FPDFGlyphPath_CountGlyphSegments",
  "FPDFGlyphPath_GetGlyphPathSegment",
  "FPDFPageObj_CountMarks",
  "FPDFPageObj_GetClipPath",
  "FPDFPageObj_GetMark",
  "FPDFPageObj_GetType",
  "FPDFPage_GetObject",
  "FPDFPathSegment_GetType",
  "FPDFPath_CountSegments",
  "FPDFPath_GetPathSegment",
  "FPDFTextObj_GetFont",
  "FPDFTextObj_GetTextRenderMode",
  "FPDFText_GetCharAngle",
  "FPDFText_GetFontSize",
  "FPDFText_GetTextObject",
  "FPDFText_GetUnicode",
  "FPDFText_HasUnicodeMapError",
  "FPDFText_IsGenerated",
] as const satisfies readonly (keyof WrappedPdfiumModule)[];
const ANSWERS = [
  "FPDFPageObj_GetBounds",
  "FPDFPageObj_GetFillColor",
  "FPDFPageObj_GetMatrix",
  "FPDFPageObj_GetStrokeColor",
  "FPDFPageObj_GetStrokeWidth",
  "FPDFPageObj_HasTransparency",
  "FPDFPageObj_SetIsActive",
  "FPDFPathSegment_GetClose",
  "FPDFPathSegment_GetPoint",
  "FPDFPath_GetDrawMode",
  "FPDFText_GetCharOrigin",
  "FPDFText_GetLooseCharBox",
  "FPDFText_GetMatrix",
] as const satisfies readonly (keyof WrappedPdfiumModule)[];

/** Calls such functions of the engine straight: its own wrappers look up each function, and how its arguments are passed, at each call. */
export function callStraight(library: WrappedPdfiumModule): void {
  const { wasmExports } = library.pdfium;
  for (const name of [...NUMBERS, ...ANSWERS]) {
    const own: unknown = Reflect.get(wasmExports, name);
    if (!isCall(own)) continue;
    const isAnswer = ANSWERS.some((answer) => answer === name);
    Reflect.set(library, name, isAnswer ? (...numbers: readonly number[]) => own(...numbers) !== 0 : own);
  }
}

function isCall(value: unknown): value is (...numbers: readonly number[]) => number {
  return typeof value === "function";
}

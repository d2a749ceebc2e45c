import { BLACK, brightnessOf, Canvas, type Paint } from "../page/canvas.js";
import { after, apply, boxIn, IDENTITY, type Matrix, type Point } from "../page/geometry.js";
import type { Box } from "../page/page.js";
import { checkLimit, MAX_PAGE_LINES } from "../page/pageLimits.js";
import { boxAround, isRectangle, PathBuilder, type Stretch } from "../page/paths.js";
import { addSegments } from "./addSegments.js";
import type { OpenPage } from "./openPage.js";

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

/** What is drawn on a page besides its text, and the painting order of its texts. */
export interface PageObjects {
  readonly canvas: Canvas;
  /** The text objects, by their handles. */
  readonly texts: ReadonlyMap<number, TextObject>;
}

/** A text object: its place in the order of painting, and the matrix of what it is part of. */
export interface TextObject {
  readonly order: number;
  readonly outer: Matrix;
  /** What cuts it: the drawings around it, and itself. */
  readonly cutBy: readonly Cutting[];
  /** Whether the file marks it as an artefact, not part of the content: a watermark, a header. */
  readonly isArtifact: boolean;
  /** Whether it may be in a layer of which it is not clear whether it is shown. */
  readonly isUnclear: boolean;
}

/** An object that may be cut to something. */
interface Cutting {
  readonly object: number;
  /** Its index among the objects of the page; `null` for one of a drawing. */
  readonly at: number | null;
  readonly outer: Matrix;
}

/** The properties of a content mark: objects share marks. */
interface MarkKind {
  readonly isArtifact: boolean;
  readonly isActualText: boolean;
  readonly isLayer: boolean;
}

/** Longest name of a mark that is looked at. */
const MARK_BYTES = 64;

/** What an object is part of. */
interface Around {
  readonly matrix: Matrix;
  readonly depth: number;
  /** Whether nothing shows through it. */
  readonly solid: boolean;
  readonly isArtifact: boolean;
  readonly isUnclear: boolean;
  readonly at: number | null;
  /** The drawings that it is in. */
  readonly within: readonly Cutting[];
}

/**
 * Walks through the objects of a page, those of drawings within drawings too, in the order in which they are painted. From one of them
 * on they may be watermarks that were annotations.
 */
export function pageObjects(open: OpenPage, shown: Matrix, watermarksFrom: number): PageObjects {
  return new ObjectReader(open).read(shown, watermarksFrom);
}

/** How bright an object is painted. */
export function paintOf({ library, memory, room }: OpenPage, object: number, kind: "fill" | "stroke"): Paint {
  const known =
    kind === "fill"
      ? library.FPDFPageObj_GetFillColor(object, room, room + 4, room + 8, room + 12)
      : library.FPDFPageObj_GetStrokeColor(object, room, room + 4, room + 8, room + 12);
  // A pattern.
  if (!known) return { ...BLACK, even: false };
  const [red = 0, green = 0, blue = 0, alpha = 255] = [0, 4, 8, 12].map((offset) => memory.integer(room + offset));
  return { brightness: brightnessOf(red, green, blue), opacity: alpha / 255 };
}

/** The box of an object as displayed; without an extent if that is unknown. */
export function boundsOf({ library, memory, room }: OpenPage, object: number, outer: Matrix): Box {
  const known = library.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12);
  return known ? boxIn(outer, memory.fourFloats(room)) : [0, 0, 0, 0];
}

/** Most paths of a clip, and most segments of each, that are looked at. */
const MAX_CLIPS = 8;
const MAX_CLIP_SEGMENTS = 128;

/** What a text is cut to, as it is shown: what is in all rectangles of it. `null` where it is cut to none. */
export function clipOf(open: OpenPage, { cutBy }: TextObject): Box | null {
  return cutBy.reduce<Box | null>((found, cutting) => sharedBy(found, ownClipOf(open, cutting)), null);
}

function sharedBy(a: Box | null, b: Box | null): Box | null {
  if (a === null || b === null) return a ?? b;
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function ownClipOf({ library, memory, room, clipped }: OpenPage, { object, at, outer }: Cutting): Box | null {
  const clip = library.FPDFPageObj_GetClipPath(at === null ? object : library.FPDFPage_GetObject(clipped(), at));
  const count = clip === 0 ? 0 : library.FPDFClipPath_CountPaths(clip);
  let found: Box | null = null;
  for (let i = 0; i < Math.min(count, MAX_CLIPS); i += 1) {
    const segments = library.FPDFClipPath_CountPathSegments(clip, i);
    if (segments < 1 || segments > MAX_CLIP_SEGMENTS) continue;
    const points = Array.from({ length: segments }, (_, k): Point => {
      library.FPDFPathSegment_GetPoint(library.FPDFClipPath_GetPathSegment(clip, i, k), room, room + 4);
      return apply(outer, [memory.float(room), memory.float(room + 4)]);
    });
    found = sharedBy(found, boxAround(points));
  }
  return found;
}

class ObjectReader {
  readonly #open: OpenPage;
  readonly #canvas: Canvas;
  readonly #texts = new Map<number, TextObject>();
  readonly #marks = new Map<number, MarkKind>();
  #objects = 0;

  constructor(open: OpenPage) {
    this.#open = open;
    this.#canvas = new Canvas(open.comparisons, open.language);
  }

  read(shown: Matrix, watermarksFrom: number): PageObjects {
    const { library, page } = this.#open;
    const count = library.FPDFPage_CountObjects(page);
    for (let i = 0; i < count; i += 1)
      this.#add(library.FPDFPage_GetObject(page, i), {
        matrix: shown,
        depth: 0,
        solid: true,
        isArtifact: i >= watermarksFrom,
        isUnclear: false,
        at: i,
        within: [],
      });
    return { canvas: this.#canvas, texts: this.#texts };
  }

  #add(object: number, { matrix: outer, depth, solid, at, within, ...around }: Around): void {
    const { library, language, fonts } = this.#open;
    this.#objects += 1;
    checkLimit("objects", this.#objects, language);
    const own = solid && !library.FPDFPageObj_HasTransparency(object);
    switch (library.FPDFPageObj_GetType(object)) {
      case TEXT:
        this.#texts.set(object, {
          order: this.#canvas.next(),
          outer,
          cutBy: [...within, { object, at, outer }],
          ...this.#markedAs(object, around),
        });
        break;
      case PATH:
        this.#addPath(object, after(outer, this.#matrixOf(object)), own);
        break;
      case IMAGE:
        this.#addPicture(boxIn(after(outer, this.#matrixOf(object)), [0, 0, 1, 1]), fonts.unclear);
        break;
      case FORM: {
        checkLimit("depth", depth + 1, language);
        const matrix = after(outer, this.#matrixOf(object));
        const marked = this.#markedAs(object, around);
        // A drawing may belong to a layer, which the engine does not report.
        const inner = {
          isArtifact: marked.isArtifact,
          isUnclear: marked.isUnclear || fonts.unclear,
          matrix,
          depth: depth + 1,
          solid: own,
          at: null,
          within: [...within, { object, at, outer }],
        };
        const count = library.FPDFFormObj_CountObjects(object);
        for (let i = 0; i < count; i += 1) this.#add(library.FPDFFormObj_GetObject(object, i), inner);
        break;
      }
      default:
        // A gradient.
        this.#addPicture(boundsOf(this.#open, object, outer), fonts.unclear);
    }
  }

  /**
   * The properties of an object in the file. It may have replacement text (`ActualText`): what is printed counts, and the engine would
   * give the other, so the mark goes.
   */
  #markedAs(object: number, around: Pick<Around, "isArtifact" | "isUnclear">): Pick<Around, "isArtifact" | "isUnclear"> {
    const { library, fonts } = this.#open;
    let { isArtifact, isUnclear } = around;
    for (let i = library.FPDFPageObj_CountMarks(object) - 1; i >= 0; i -= 1) {
      const mark = library.FPDFPageObj_GetMark(object, i);
      const kind = this.#kindOf(mark);
      if (kind.isArtifact) isArtifact = true;
      if (kind.isLayer && fonts.unclear) isUnclear = true;
      if (kind.isActualText) library.FPDFPageObj_RemoveMark(object, mark);
    }
    return { isArtifact, isUnclear };
  }

  #kindOf(mark: number): MarkKind {
    const known = this.#marks.get(mark);
    if (known !== undefined) return known;
    const { library, memory, room } = this.#open;
    const named = library.FPDFPageObjMark_GetName(mark, room, MARK_BYTES, room + MARK_BYTES);
    const length = named ? Math.min(memory.integer(room + MARK_BYTES), MARK_BYTES) : 0;
    const name = new TextDecoder("utf-16le").decode(memory.bytes(room, Math.max(0, length - 2)));
    const kind = {
      isArtifact: name === "Artifact",
      isLayer: name === "OC",
      isActualText: library.FPDFPageObjMark_GetParamStringValue(mark, "ActualText", 0, 0, room),
    };
    this.#marks.set(mark, kind);
    return kind;
  }

  #matrixOf(object: number): Matrix {
    const { library, memory, room: at } = this.#open;
    if (!library.FPDFPageObj_GetMatrix(object, at)) return IDENTITY;
    return {
      a: memory.float(at),
      b: memory.float(at + 4),
      c: memory.float(at + 8),
      d: memory.float(at + 12),
      e: memory.float(at + 16),
      f: memory.float(at + 20),
    };
  }

  /** Whether a picture is transparent is not known: what it hides is found by rendering the page, if it is certainly rendered. */
  #addPicture(box: Box, isUnclear: boolean): void {
    this.#canvas.addPicture(box, isUnclear);
    this.#canvas.addDrawn(box, false);
  }

  #addPath(object: number, matrix: Matrix, solid: boolean): void {
    const { library, memory, room } = this.#open;
    library.FPDFPath_GetDrawMode(object, room, room + 4);
    const filled = memory.integer(room) !== 0;
    const stroked = memory.integer(room + 4) !== 0;
    if (!filled && !stroked) return;
    library.FPDFPageObj_GetStrokeWidth(object, room);
    const width = memory.float(room) * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    const fill = filled ? paintOf(this.#open, object, "fill") : null;
    const stroke = stroked ? paintOf(this.#open, object, "stroke") : null;
    const stretches = this.#stretchesOf(object, matrix);
    this.#canvas.addPath(stretches, { fill, stroke, width, solid });
    const box = boxAround(stretches.flatMap(({ points }) => points));
    // A pattern may hold anything.
    if (fill?.even === false) this.#canvas.addPicture(box, false);
    const [left, top, right, bottom] = box;
    const edge = stroke === null ? 0 : width;
    const isEven = stroke === null && fill?.even !== false && stretches.length === 1 && isRectangle(stretches[0]);
    this.#canvas.addDrawn([left - edge, top - edge, right + edge, bottom + edge], isEven);
  }

  #stretchesOf(object: number, matrix: Matrix): readonly Stretch[] {
    const { library } = this.#open;
    const path = new PathBuilder(matrix);
    const count = Math.min(library.FPDFPath_CountSegments(object), MAX_PAGE_LINES);
    addSegments(this.#open, path, count, (i) => library.FPDFPath_GetPathSegment(object, i));
    return path.stretches;
  }
}

import { DEGREES } from "./length.js";

/** A colour as it is painted: red, green and blue from 0 to 255, and how much of it covers what is behind, from 0 to 1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

export const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };
export const BLACK: Colour = { r: 0, g: 0, b: 0, a: 1 };
/** Represents a colour that is not computed here. */
export const UNKNOWN: Colour = { r: 0, g: 0, b: 0, a: 1 };
const CLEAR: Colour = { r: 0, g: 0, b: 0, a: 0 };

/** The colours that have names, those of the system among them as a browser paints them on a light page. */
const NAMES =
  "aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 " +
  "black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 " +
  "chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff " +
  "darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 " +
  "darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 " +
  "darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f " +
  "darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 " +
  "dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc " +
  "ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f grey 808080 " +
  "honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa " +
  "lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff " +
  "lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a " +
  "lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de " +
  "lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa " +
  "mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee " +
  "mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970 mintcream f5fffa " +
  "mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 " +
  "orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee " +
  "palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 " +
  "purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 " +
  "sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd " +
  "slategray 708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 " +
  "thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 " +
  "yellowgreen 9acd32 accentcolor 0075ff accentcolortext ffffff activetext ff0000 buttonborder 000000 buttonface efefef " +
  "buttontext 000000 canvas ffffff canvastext 000000 field ffffff fieldtext 000000 graytext 808080 highlighttext ffffff " +
  "linktext 0000ee mark ffff00 marktext 000000 selecteditem 1967d2 selecteditemtext ffffff visitedtext 551a8b " +
  "activeborder 000000 activecaption ffffff appworkspace ffffff background ffffff buttonhighlight efefef " +
  "buttonshadow efefef captiontext 000000 inactiveborder 000000 inactivecaption ffffff inactivecaptiontext 808080 " +
  "infobackground ffffff infotext 000000 menu ffffff menutext 000000 scrollbar ffffff threeddarkshadow 000000 " +
  "threedface efefef threedhighlight 000000 threedlightshadow 000000 threedshadow 000000 window ffffff " +
  "windowframe 000000 windowtext 000000";

const NAMED: ReadonlyMap<string, Colour> = /* @__PURE__ */ (() => {
  const words = NAMES.split(" ");
  const all = new Map([["transparent", CLEAR]]);
  for (let i = 0; i < words.length; i += 2) all.set(words[i] ?? "", hexColour(words[i + 1] ?? "") ?? BLACK);
  return all;
})();

function hexColour(digits: string): Colour | null {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(digits)) return null;
  const [r = "", g = "", b = "", a = "ff"] =
    digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  return { r: Number.parseInt(r, 16), g: Number.parseInt(g, 16), b: Number.parseInt(b, 16), a: Number.parseInt(a, 16) / 255 };
}

const HEX = /^#([\da-f]{3,8})$/;
const FUNCTION = /^(rgb|hsl|hwb)a?\(([^()]{1,80})\)$/;
const PART = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)(%|deg|turn|rad|grad)?$/;

/** The value for `unclear`: a colour that browsers compute and this reader does not. */
export type Written = Colour | "current" | "unclear" | null;

/** The colour of a value; `null` for an invalid one, which browsers ignore. */
export function readColour(value: string): Written {
  const known = NAMED.get(value);
  if (known !== undefined) return known;
  if (value === "currentcolor") return "current";
  const digits = HEX.exec(value)?.[1];
  if (digits !== undefined) return hexColour(digits);
  const [, name, inner = ""] = FUNCTION.exec(value) ?? [];
  if (name === undefined) return value.includes("(") ? "unclear" : null;
  const isListed = inner.includes(",");
  const parts = inner.trim().split(isListed ? /\s*,\s*/ : /\s*\/\s*|\s+/);
  if (parts.length < 3 || parts.length > 4) return "unclear";
  const numbers = parts.map((part) => numberOf(part, name === "rgb" ? 2.55 : 1));
  const [first, second, third] = numbers;
  if (first == null || second == null || third == null || numbers.includes(null)) return "unclear";
  const a = parts[3] === undefined ? 1 : (numberOf(parts[3], 0.01) ?? 1);
  if (name === "rgb") return { r: clamped(first, 255), g: clamped(second, 255), b: clamped(third, 255), a };
  const [left, right] = [clamped(second, 100) / 100, clamped(third, 100) / 100];
  return name === "hsl" ? { ...ofHue(first, left, right), a } : { ...ofWhiteness(first, left, right), a };
}

/** A number of a colour: of a percentage `percent` each, an angle in degrees. */
function numberOf(part: string, percent: number): number | null {
  if (part === "none") return 0;
  const [, digits, unit] = PART.exec(part) ?? [];
  if (digits === undefined) return null;
  return Number(digits) * (unit === undefined ? 1 : unit === "%" ? percent : (DEGREES[unit] ?? 1));
}

const clamped = (value: number, most: number): number => Math.min(most, Math.max(0, value));

function ofHue(hue: number, saturation: number, lightness: number): Omit<Colour, "a"> {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return { r: channel(0), g: channel(8), b: channel(4) };
}

function ofWhiteness(hue: number, white: number, black: number): Omit<Colour, "a"> {
  const sum = white + black;
  if (sum >= 1) {
    const grey = (255 * white) / sum;
    return { r: grey, g: grey, b: grey };
  }
  const { r, g, b } = ofHue(hue, 1, 0.5);
  const mixed = (channel: number): number => channel * (1 - sum) + 255 * white;
  return { r: mixed(r), g: mixed(g), b: mixed(b) };
}

/** A colour on another one. */
export function over({ r, g, b, a }: Colour, paper: Colour): Colour {
  const mixed = (own: number, behind: number): number => own * a + behind * (1 - a);
  return { r: mixed(r, paper.r), g: mixed(g, paper.g), b: mixed(b, paper.b), a: 1 };
}

export function isColour(one: Colour | null, other: Colour | null): boolean {
  if (one === other) return true;
  if (one === null || other === null || one === UNKNOWN || other === UNKNOWN) return false;
  return distance(one, other) === 0 && one.a === other.a;
}

/** The distance of two colours, from 0 to 765. */
export function distance(one: Colour, other: Colour): number {
  return Math.abs(one.r - other.r) + Math.abs(one.g - other.g) + Math.abs(one.b - other.b);
}

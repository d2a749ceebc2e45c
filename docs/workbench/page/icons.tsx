/** The marks of the page: each has a shape of its own, so that none depends on its colour. */
import type { JSX } from "preact";

const PATHS = {
  tick: <path d="M3 8.5l3.2 3.2L13 4.6" />,
  cross: (
    <>
      <path d="M2.5 2.5h11v11h-11z" fill="currentColor" />
      <path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" stroke="#fff" />
    </>
  ),
  bar: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M4 12L12 4" />
    </>
  ),
  dashed: <path d="M2.5 2.5h11v11h-11z" stroke-dasharray="2.2 1.6" />,
  warn: (
    <>
      <path d="M8 2L14.3 13.5H1.7z" />
      <path d="M8 6.2v3.3M8 11.3v.4" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.2v4M8 4.8v.3" />
    </>
  ),
  plus: <path d="M8 2.5v11M2.5 8h11" />,
  undo: <path d="M3 6h7a3.5 3.5 0 010 7H6M6 3L3 6l3 3" />,
  redo: <path d="M13 6H6a3.5 3.5 0 000 7h4M10 3l3 3-3 3" />,
  down: <path d="M4 6l4 4 4-4" />,
  left: <path d="M10 3.5L5.5 8l4.5 4.5" />,
  right: <path d="M6 3.5L10.5 8 6 12.5" />,
  offline: (
    <>
      <path d="M2 3.5h12v7.5H2zM6 13.5h4" />
      <path d="M2 14L14 2" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.6V8l2.3 1.6" />
    </>
  ),
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  list: <path d="M2.5 4h11M2.5 8h11M2.5 12h11" />,
} as const satisfies Readonly<Record<string, JSX.Element>>;

export type IconName = keyof typeof PATHS;

/** With a label it is a picture that says something, without one it stands beside words that do. */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }): JSX.Element {
  return label === undefined ? (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      {PATHS[name]}
    </svg>
  ) : (
    <svg class="i" viewBox="0 0 16 16" role="img" aria-label={label}>
      {PATHS[name]}
    </svg>
  );
}
